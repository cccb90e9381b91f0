/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditDocument } from './audit_document';
import { collectSample } from './collect_sample';
import { FORGED_AUDIT_ID } from './odd_records';
import { ERIK } from './persons';

const { audit } = collectSample({ now: new Date('2026-01-27T10:20:30.456Z'), events: 12_000 });

const code = (each: AuditDocument) => each.responseStatus?.code;
const decision = (each: AuditDocument) => each.annotations?.['authorization.k8s.io/decision'];
const subresource = (each: AuditDocument) => each.objectRef?.subresource;
const message = (each: AuditDocument) => each.responseStatus?.message ?? '';
const stagesOf = (auditId: string) =>
  audit.filter((each) => each.auditID === auditId).map((each) => each.stage);

describe('audit records of the sample', () => {
  it('write instants as the API server and fluentd do', () => {
    const stage = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}000\+00:00$/;
    const received = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
    expect(audit.filter((each) => !stage.test(each['@timestamp']))).toEqual([]);
    expect(audit.filter((each) => !received.test(each.requestReceivedTimestamp))).toEqual([]);
  });

  it('hold bodies as JSON text or the word none', () => {
    const bodies = audit.flatMap((each) => [each.requestObject, each.responseObject]);
    const texts = bodies.filter((body) => body !== 'none');
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.length).toBeLessThan(bodies.length);
    expect(texts.filter((text) => typeof JSON.parse(text) !== 'object')).toEqual([]);
  });

  it('hold no body of secrets, configmaps and tokens', () => {
    const secret = audit.filter(
      (each) =>
        ['secrets', 'configmaps'].includes(each.objectRef?.resource ?? '') ||
        subresource(each) === 'token'
    );
    expect(secret.length).toBeGreaterThan(100);
    for (const each of secret) {
      expect([each.level, each.requestObject, each.responseObject]).toEqual([
        'Metadata',
        'none',
        'none',
      ]);
    }
  });

  it('hold the whole response of custom resources, one of them large', () => {
    const sizes = audit
      .filter((each) => each.objectRef?.apiGroup === 'cert-manager.io' && each.verb === 'list')
      .map((each) => each.responseObject.length);
    expect(Math.max(...sizes)).toBeGreaterThan(60_000);
  });

  it('leave out user and decision on a 401, and write only its start', () => {
    const refused = audit.filter((each) => code(each) === 401);
    expect(refused.length).toBeGreaterThanOrEqual(32);
    for (const each of refused) {
      expect(each.user).toEqual({});
      expect(each.stage).toBe('ResponseStarted');
      expect(each.annotations).toBeUndefined();
    }
  });

  it('tell refusals by the authorizer from those by admission', () => {
    const byAuthorizer = audit.filter((each) => code(each) === 403 && decision(each) === 'forbid');
    const byAdmission = audit.filter((each) => code(each) === 403 && decision(each) === 'allow');
    expect(byAuthorizer.length).toBeGreaterThan(10);
    for (const each of byAuthorizer) expect(message(each)).toContain('cannot');
    for (const sign of [
      'PodSecurity',
      'validation.gatekeeper.sh',
      'exceeded quota',
      'ValidatingAdmissionPolicy',
      'attempting to grant RBAC permissions',
    ]) {
      expect(byAdmission.filter((each) => message(each).includes(sign)).length).toBeGreaterThan(0);
    }
  });

  it('write a refused exec as get and then create, both 403', () => {
    const refused = audit.filter((each) => subresource(each) === 'exec' && code(each) === 403);
    expect(refused.map((each) => [each.verb, each.stage])).toEqual([
      ['get', 'ResponseComplete'],
      ['create', 'ResponseComplete'],
    ]);
  });

  it('write exec by either verb, at start and at end', () => {
    const execs = audit.filter((each) => subresource(each) === 'exec' && code(each) === 101);
    expect(new Set(execs.map((each) => each.verb))).toEqual(new Set(['get', 'create']));
    expect(new Set(execs.map((each) => each.stage))).toEqual(
      new Set(['ResponseStarted', 'ResponseComplete'])
    );
  });

  it('hold open sessions, of which only the start is there', () => {
    const open = audit.filter(
      (each) =>
        ['exec', 'portforward'].includes(subresource(each) ?? '') &&
        !stagesOf(each.auditID).includes('ResponseComplete')
    );
    expect(open.filter((each) => subresource(each) === 'exec').length).toBeGreaterThanOrEqual(3);
    expect(open.filter((each) => subresource(each) === 'portforward').length).toBeGreaterThan(0);
    expect(new Set(open.map((each) => each.stage))).toEqual(new Set(['ResponseStarted']));
  });

  it('write watches at start and at end', () => {
    const watch = audit.find((each) => each.verb === 'watch' && each.stage === 'ResponseComplete');
    expect(stagesOf(watch?.auditID ?? '')).toContain('ResponseStarted');
  });

  it('encode a command in the query of the URI, kubectl cp as tar', () => {
    const copy = audit.find((each) => each.requestURI.includes('command=tar'));
    const query = new URLSearchParams(copy?.requestURI.split('?')[1]);
    expect(query.getAll('command')).toEqual(['tar', 'cf', '-', '/tmp/customers.sql.gz']);
    expect(query.get('container')).toBe('payments-db');
  });

  it('hold URIs over 256 and over 1,000 characters', () => {
    const lengths = audit.map((each) => each.requestURI.length);
    expect(lengths.filter((length) => length > 256 && length <= 1_000).length).toBeGreaterThan(0);
    expect(lengths.filter((length) => length > 1_000).length).toBeGreaterThan(0);
  });

  it('leave the name out of a create with generateName, and of deletecollection', () => {
    const generated = audit.filter(
      (each) => each.requestObject.includes('"generateName"') && !each.objectRef?.name
    );
    expect(generated.length).toBeGreaterThan(50);
    for (const each of audit.filter(({ verb }) => verb === 'deletecollection')) {
      expect(each.objectRef?.name).toBeUndefined();
    }
  });

  it('log RequestReceived for three days on one cluster, without status and name', () => {
    const receipts = audit.filter((each) => each.stage === 'RequestReceived');
    const site = receipts.filter((each) => each['cluster.name'] === 'prod-sc');
    const days = new Set(site.map((each) => each['@timestamp'].slice(0, 10)));
    expect(days.size).toBe(4);
    for (const each of receipts) {
      expect(each.responseStatus).toBeUndefined();
      expect(each.annotations).toBeUndefined();
      if (each.verb === 'create' && !subresource(each))
        expect(each.objectRef?.name).toBeUndefined();
    }
  });

  it('hold a panic, with its receipt before it', () => {
    const [panic] = audit.filter((each) => each.stage === 'Panic');
    expect(code(panic)).toBe(500);
    expect(stagesOf(panic.auditID)).toEqual(['RequestReceived', 'Panic']);
  });

  it('hold one Audit-ID of a client in three requests of two persons', () => {
    const forged = audit.filter((each) => each.auditID === FORGED_AUDIT_ID);
    expect(new Set(forged.map((each) => each.requestReceivedTimestamp)).size).toBe(3);
    expect(new Set(forged.map((each) => each.user.username)).size).toBe(2);
  });

  it('hold an impersonated user, once on the last stage only', () => {
    const acting = audit.filter((each) => each.impersonatedUser);
    expect(acting.map((each) => each.impersonatedUser?.username)).toContain(
      'hugo.lund@example.com'
    );
    const partly = acting.filter((each) => subresource(each) === 'exec');
    expect(new Set(partly.map((each) => each.stage))).toEqual(new Set(['ResponseComplete']));
    expect(stagesOf(partly[0].auditID)).toContain('ResponseStarted');
  });

  it('name the credential of break-glass use and of service accounts', () => {
    const credential = (each: AuditDocument) =>
      each.user.extra?.['authentication.kubernetes.io/credential-id']?.[0];
    const glass = audit.filter((each) => each.user.username === 'kubernetes-admin');
    for (const each of glass) {
      expect(credential(each)).toMatch(/^X509SHA256=[0-9a-f]{64}$/);
      expect(each.user.groups).toContain('kubeadm:cluster-admins');
      // His own certificate of the account is used from his desk.
      expect(['10.0.8.5', '10.0.16.5', ERIK.sourceIp]).toContain(each.sourceIPs[0]);
    }
    const argo = audit.find((each) => each.user.username?.includes('argocd'));
    expect(argo && credential(argo)).toMatch(/^JTI=[0-9a-f-]{36}$/);
  });

  it('hold source address lists of proxies', () => {
    expect(audit.filter((each) => each.sourceIPs.length === 3).length).toBeGreaterThan(0);
  });

  it('let many requests share a millisecond', () => {
    const counts = new Map<string, number>();
    for (const each of audit) {
      const key = each['@timestamp'].slice(0, 23);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect([...counts.values()].filter((count) => count >= 2).length).toBeGreaterThan(
      audit.length * 0.02
    );
    expect(Math.max(...counts.values())).toBeGreaterThanOrEqual(4);
  });
});
