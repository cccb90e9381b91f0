/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { DEFAULT_KUBE_FIELDS } from './fields';
import { maskRawDocument } from './mask_raw_document';
import { MASK } from '../../secrets/mask_secrets';
import type { Source } from './read_source';

const mask = (source: Source) => maskRawDocument(source, DEFAULT_KUBE_FIELDS);

describe('masking a record', () => {
  it('masks secrets in URI, message, user agent and bodies', () => {
    const source = {
      requestURI: '/x/exec?command=mysql&command=-pS3cr3t',
      userAgent: 'curl token=S3cr3t',
      responseStatus: { code: 403, message: 'no: https://a:S3cr3t@b' },
      requestObject: '{"kind":"Secret","data":{"a":"S3cr3t"}}',
      responseObject: '{"status":{"token":"S3cr3t"}}',
    };
    expect(mask(source)).toEqual({
      requestURI: `/x/exec?command=mysql&command=-p${MASK}`,
      userAgent: `curl token=${MASK}`,
      responseStatus: { code: 403, message: `no: https://a:${MASK}@b` },
      requestObject: `{"kind":"Secret","data":{"a":"${MASK}"}}`,
      responseObject: `{"status":{"token":"${MASK}"}}`,
    });
  });

  it('masks secrets that webhooks wrote into annotations and details', () => {
    const patch = '[{"op":"add","path":"/spec/password","value":"S3cr3t"}]';
    const masked = mask({
      annotations: { 'patch.webhook.admission.k8s.io/round_0_index_0': patch },
      responseStatus: { details: { causes: [{ message: 'password=S3cr3t' }] } },
    });
    expect(JSON.stringify(masked)).not.toContain('S3cr3t');
  });

  it('masks a field wherever its path is spelled, flat and nested at once', () => {
    const masked = mask({
      'responseStatus.message': 'password=S3cr3t',
      responseStatus: { message: 'password=S3cr3t' },
    });
    expect(masked).toEqual({
      'responseStatus.message': `password=${MASK}`,
      responseStatus: { message: `password=${MASK}` },
    });
  });

  it('masks the data of a patch of a Secret', () => {
    const masked = mask({
      objectRef: { resource: 'secrets', name: 'db-password' },
      requestObject: '{"data":{"a":"S3cr3t"}}',
    });
    expect(masked).toEqual({
      objectRef: { resource: 'secrets', name: 'db-password' },
      requestObject: `{"data":{"a":"${MASK}"}}`,
    });
  });

  it('masks bodies that another shipper nests', () => {
    expect(mask({ requestObject: { kind: 'Secret', data: { a: 'S3cr3t' } } })).toEqual({
      requestObject: { kind: 'Secret', data: { a: MASK } },
    });
  });

  it('leaves everything else to the letter, names above all', () => {
    const source = {
      auditID: 'password=mine',
      user: { username: 'token:alice', groups: ['secret: x'] },
      'cluster.name': 'prod',
      objectRef: { resource: 'secrets', namespace: 'x', name: 'token=1', uid: '5' },
      requestURI: '/api/v1/namespaces/x/secrets/db-password?limit=500',
      sourceIPs: ['198.51.100.7'],
      requestReceivedTimestamp: '2026-01-27T10:00:00.100000Z',
      requestObject: '{ "replicas": 3 }',
      responseObject: 'none',
      annotations: { 'authorization.k8s.io/decision': 'allow' },
      level: null,
      flags: [true, 1],
    };
    expect(mask(source)).toEqual(source);
  });

  it('says how much it left out of a body that is too large', () => {
    const body = `{"kind":"Secret","data":{"a":"${'S3cr3t'.repeat(1_500_000)}"}}`;
    const { requestObject } = mask({ requestObject: body }) as { requestObject: string };
    expect(requestObject).toMatch(/… \(\d+ more characters\)$/);
    expect(requestObject).not.toContain('S3cr3t');
  });

  it('takes any record, does not change it, and masks it once', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (source) => {
        const before = JSON.stringify(source);
        const once = mask(source);
        expect(mask(once)).toEqual(once);
        expect(JSON.stringify(source)).toBe(before);
      }),
      { numRuns: 300 }
    );
  });
});
