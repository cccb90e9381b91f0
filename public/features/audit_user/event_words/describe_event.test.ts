/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent } from '../../../../common/api/kube_events';
import { describeEvent } from './describe_event';
import { testEvent, testExec } from './test_event';

const actionOf = (changes: Partial<KubeEvent>) => describeEvent(testEvent(changes)).action;

describe('what an event says', () => {
  it('names the object and its namespace', () => {
    expect(describeEvent(testEvent())).toEqual({
      action: 'read',
      object: 'pods web-0 in production',
      detail: undefined,
    });
  });

  it.each([
    ['get', 'read'],
    ['list', 'listed'],
    ['watch', 'watched'],
    ['create', 'created'],
    ['patch', 'changed'],
    ['update', 'replaced'],
    ['delete', 'deleted'],
    ['deletecollection', 'deleted many'],
  ])('calls %s "%s"', (verb, words) => {
    expect(actionOf({ verb })).toBe(words);
  });

  it('repeats an unknown verb instead of guessing', () => {
    expect(actionOf({ verb: 'defenestrate' })).toBe(
      'sent a request with the verb “defenestrate” for'
    );
  });

  it('is not fooled by a verb or a resource named after an object property', () => {
    expect(actionOf({ verb: 'constructor' })).toBe(
      'sent a request with the verb “constructor” for'
    );
    expect(actionOf({ verb: 'list', resource: 'toString' })).toBe('listed');
  });

  it('calls a patch that created its object a creation', () => {
    expect(actionOf({ verb: 'patch', code: 201 })).toBe('created');
  });

  it('writes resources with their group, as the filters do', () => {
    const event = testEvent({ resource: 'deployments', apiGroup: 'apps', name: 'web' });
    expect(describeEvent(event).object).toBe('deployments.apps web in production');
  });

  it('names the subresource that its words leave open', () => {
    const event = testEvent({ verb: 'patch', subresource: 'status' });
    expect(describeEvent(event)).toMatchObject({
      action: 'changed',
      object: 'pods/status web-0 in production',
    });
  });

  it('does not make up a name for an object that the server named', () => {
    expect(describeEvent(testEvent({ verb: 'create', name: undefined })).object).toBe(
      'pods in production'
    );
  });

  it('does not say that a namespace is in itself', () => {
    const event = testEvent({ resource: 'namespaces', namespace: 'shop', name: 'shop' });
    expect(describeEvent(event).object).toBe('namespaces shop');
  });

  it('names a URL that is no resource without its query', () => {
    const event = testEvent({ resource: undefined, requestUri: '/version?timeout=32s' });
    expect(describeEvent(event)).toMatchObject({ action: 'called', object: '/version' });
  });

  it('says no object when the record has neither resource nor URL', () => {
    const event = testEvent({ resource: undefined, requestUri: '' });
    expect(describeEvent(event)).toMatchObject({
      action: 'sent a request with the verb “get” for',
      object: undefined,
    });
  });
});

describe('what an event says of containers', () => {
  it.each(['get', 'create'])('opened a shell, whether kubectl says %s', (verb) => {
    const event = testExec(['bash'], { stdin: true, tty: true }, { verb });
    expect(describeEvent(event)).toEqual({
      action: 'opened a shell in a container',
      object: 'pods web-0 in production',
      detail: 'bash',
    });
  });

  it('ran a command, with the command', () => {
    const event = testExec(['sh', '-c', 'cat /etc/passwd'], { stdin: true, tty: true });
    expect(describeEvent(event)).toMatchObject({
      action: 'ran a command in a container',
      detail: "sh -c 'cat /etc/passwd'",
    });
  });

  it('ran a command that is not in the log', () => {
    expect(describeEvent(testExec([]))).toMatchObject({
      action: 'ran a command that the log does not hold in a container',
      detail: undefined,
    });
  });

  it('copied files', () => {
    expect(describeEvent(testExec(['tar', 'cf', '-', '/data'])).action).toBe(
      'copied files from a container (kubectl cp)'
    );
    expect(describeEvent(testExec(['tar', '-xmf', '-'], { stdin: true })).action).toBe(
      'copied files to a container (kubectl cp)'
    );
  });

  it.each([
    ['attach', 'get', 'attached to a running container'],
    ['portforward', 'create', 'forwarded a port to'],
    ['proxy', 'get', 'sent a request through the cluster to'],
    ['ephemeralcontainers', 'patch', 'added a debug container'],
    ['ephemeralcontainers', 'get', 'read'],
    ['log', 'get', 'read the logs of'],
    ['eviction', 'create', 'evicted'],
    ['binding', 'create', 'assigned to a node'],
  ])('pods/%s with %s is "%s"', (subresource, verb, words) => {
    expect(actionOf({ subresource, verb })).toBe(words);
  });

  it('does not take the exec of a custom resource for a shell', () => {
    expect(actionOf({ apiGroup: 'example.com', subresource: 'exec', verb: 'create' })).toBe(
      'created'
    );
  });
});

describe('what an event says of access', () => {
  it.each([
    ['serviceaccounts', undefined, 'token', 'create', 'minted a token for'],
    [
      'certificatesigningrequests',
      'certificates.k8s.io',
      'approval',
      'update',
      'approved or denied a certificate request',
    ],
    [
      'selfsubjectaccessreviews',
      'authorization.k8s.io',
      undefined,
      'create',
      'asked what they are allowed to do',
    ],
    [
      'subjectaccessreviews',
      'authorization.k8s.io',
      undefined,
      'create',
      'asked what somebody is allowed to do',
    ],
    ['tokenreviews', 'authentication.k8s.io', undefined, 'create', 'checked whose token it is'],
    ['deployments', 'apps', 'scale', 'patch', 'scaled'],
    ['deployments', 'apps', 'scale', 'get', 'read'],
  ])('%s of %s / %s with %s is "%s"', (resource, apiGroup, subresource, verb, words) => {
    expect(actionOf({ resource, apiGroup, subresource, verb })).toBe(words);
  });
});

describe('how far a request got', () => {
  it('words a refused request as an attempt', () => {
    const event = testExec(
      ['bash'],
      { stdin: true, tty: true },
      { outcome: 'forbidden', code: 403, denial: 'authorization' }
    );
    expect(describeEvent(event).action).toBe('tried to open a shell in a container');
  });

  it.each(['unauthenticated', 'client_error', 'server_error'] as const)(
    'words a request that ended with %s as an attempt',
    (outcome) => {
      expect(actionOf({ verb: 'delete', outcome })).toBe('tried to delete');
    }
  );

  it('words a request without a logged response as asked for', () => {
    expect(actionOf({ verb: 'delete', outcome: 'unknown', code: undefined })).toBe(
      'asked to delete'
    );
  });

  it('does not call a dry run a change', () => {
    expect(actionOf({ verb: 'delete', requestUri: '/api/v1/pods/web-0?dryRun=All' })).toBe(
      'did a dry run, which changes nothing, to delete'
    );
  });

  it('does not take a dryRun parameter of a read for a dry run', () => {
    expect(actionOf({ requestUri: '/api/v1/pods/web-0?dryRun=All' })).toBe('read');
  });

  it('words an attempt with an unknown verb', () => {
    expect(actionOf({ verb: 'x', outcome: 'forbidden' })).toBe(
      'tried to send a request with the verb “x” for'
    );
  });
});

describe('hostile content', () => {
  it('passes through as text, with braces and markup', () => {
    const event = testEvent({ name: '{name} <img src=x>', namespace: '{evil, plural, other {x}}' });
    expect(describeEvent(event).object).toBe(
      'pods {name} <img src=x> in {evil, plural, other {x}}'
    );
  });
});
