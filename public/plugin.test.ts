/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoreSetup } from './host_types';
import { plugin } from './index';

/** A host of which this part is as the test wants it. */
function setUp(changes: Partial<CoreSetup> = {}) {
  const register = jest.fn();
  const core = { application: { register }, getStartServices: jest.fn(), ...changes };
  return { register, core: core as unknown as CoreSetup };
}

let warn: jest.SpyInstance;
beforeEach(() => {
  warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => warn.mockRestore());

describe('the browser side of the plugin', () => {
  it('registers its application and asks for nothing before it is opened', () => {
    const { core, register } = setUp();
    plugin().setup(core);
    expect(register).toHaveBeenCalledTimes(1);
    expect(register.mock.calls[0][0]).toMatchObject({ id: 'auditUser', title: 'Audit user' });
    expect(core.getStartServices).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
  });

  it('adds itself to the new navigation where there is one', () => {
    const addNavLinksToGroup = jest.fn();
    const { core } = setUp({ chrome: { navGroup: { addNavLinksToGroup } } });
    plugin().setup(core);
    expect(addNavLinksToGroup.mock.calls.map(([group, links]) => [group.id, links[0].id])).toEqual([
      ['security-analytics', 'auditUser'],
      ['observability', 'auditUser'],
      ['all', 'auditUser'],
    ]);
  });

  it('calls the navigation as a method, since the host may need its "this"', () => {
    const navGroup = {
      added: 0,
      addNavLinksToGroup() {
        this.added += 1;
      },
    };
    plugin().setup(setUp({ chrome: { navGroup } }).core);
    expect(navGroup.added).toBe(3);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([{}, { navGroup: {} }, { navGroup: undefined }])(
    'is content with an older navigation: %j',
    (chrome) => {
      const { core, register } = setUp({ chrome });
      plugin().setup(core);
      expect(register).toHaveBeenCalledTimes(1);
    }
  );

  it('never takes Dashboards down with it', () => {
    const fail = () => {
      throw new Error('refused');
    };
    const { core } = setUp({
      application: { register: fail },
      chrome: { navGroup: { addNavLinksToGroup: fail } },
    });
    expect(() => plugin().setup(core)).not.toThrow();
    expect(warn).toHaveBeenCalledTimes(4);
    expect(warn.mock.calls[0][0]).toBe('Audit user is not registered');
  });
});
