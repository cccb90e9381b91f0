/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { toDiscoverPath } from './discover_link';

const EVENT = {
  auditId: '5325e2ba-4acf-48e7-a33d-000000000005',
  document: { index: 'kubeaudit-default-2026.01.27-000001', id: 'doc-5' },
  receivedAt: '2026-01-27T10:04:00.100000Z',
  time: '2026-01-27T10:17:42.900000000+00:00',
};

function parametersOf(path: string): URLSearchParams {
  return new URLSearchParams(path.slice(path.indexOf('?') + 1));
}

describe('the link to Discover', () => {
  it('asks for the audit id, from a minute before the request to a minute after its end', () => {
    expect(toDiscoverPath(EVENT, 'pattern-1')).toBe(
      'discover#?' +
        "_g=(time:(from:'2026-01-27T10%3A03%3A00.100Z',to:'2026-01-27T10%3A18%3A42.900Z'))" +
        '&_q=(filters:!(),query:(language:kuery,' +
        "query:'auditID%3A%225325e2ba-4acf-48e7-a33d-000000000005%22'))" +
        '&_a=(discover:(columns:!(_source),isDirty:!f,sort:!()),' +
        "metadata:(indexPattern:'pattern-1',view:discover))"
    );
  });

  it('leaves the index pattern to Discover when none is known', () => {
    expect(parametersOf(toDiscoverPath(EVENT)).get('_a')).toBe(
      '(discover:(columns:!(_source),isDirty:!f,sort:!()),metadata:(view:discover))'
    );
  });

  it('asks for the document when the record has no audit id', () => {
    expect(parametersOf(toDiscoverPath({ ...EVENT, auditId: '' })).get('_q')).toBe(
      '(filters:!(),query:(language:kuery,query:\'_id:"doc-5"\'))'
    );
  });

  it('keeps an instant with another offset the same instant', () => {
    const path = toDiscoverPath({ ...EVENT, receivedAt: '2026-01-27T12:04:00.100+02:00' });
    expect(parametersOf(path).get('_g')).toContain("from:'2026-01-27T10:03:00.100Z'");
  });

  it('falls back to a wide period when the record has no readable instant', () => {
    const path = toDiscoverPath({ ...EVENT, receivedAt: 'garbage', time: '' });
    expect(parametersOf(path).get('_g')).toBe("(time:(from:'now-30d',to:'now'))");
  });

  it('keeps an audit id that a client made up inside its literal', () => {
    const path = toDiscoverPath({ ...EVENT, auditId: `x"') or user.username:"root&_a=(#` });
    expect(parametersOf(path).get('_q')).toBe(
      `(filters:!(),query:(language:kuery,query:'auditID:"x\\"!') or user.username:\\"root&_a=(#"'))`
    );
    expect([...parametersOf(path).keys()]).toEqual(['_g', '_q', '_a']);
  });

  it('has the same three parameters whatever a client put into the audit id', () => {
    fc.assert(
      fc.property(fc.string16bits(), (auditId) => {
        const path = toDiscoverPath({ ...EVENT, auditId }, 'pattern-1');
        expect([...parametersOf(path).keys()]).toEqual(['_g', '_q', '_a']);
        expect(path.match(/#/g)).toHaveLength(1);
      })
    );
  });
});
