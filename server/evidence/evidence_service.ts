/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { EvidenceRequest } from '../../common/api/evidence';
import { EVIDENCE_CONTROLS } from '../../common/evidence/controls';
import { AuditError, isAuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import { readStatus, readWho } from '../status/status_service';
import { resolveTimeRange } from '../time/resolve_time_range';
import type { EvidenceOptions } from './evidence_options';
import { EvidenceZip } from './evidence_zip';
import { LocalColumns } from './local_columns';
import { planEvidence } from './plan_evidence';
import type { ProgressBoard } from './progress_board';
import { writePackage } from './write_package';

/** A package on its way. */
export interface EvidenceDownload {
  stream: EvidenceZip['output'];
  fileName: string;
  contentType: string;
  cancel(): void;
}

/** Records that may need more than 4 GB; an audit record with its bodies has some kilobytes. */
const LARGE = 500_000;

/** Makes packages, some at a time, and tells how far they are. */
export class EvidenceService {
  private running = 0;

  constructor(
    private readonly options: EvidenceOptions,
    private readonly board: ProgressBoard
  ) {}

  /**
   * Counts what was asked for and begins to send it.
   *
   * @returns the package while it is written; it is whole when its stream ends without an error
   * @throws AuditError `too_large` where there are more records than a package may hold, `forbidden` where
   *   nothing of it may be read
   */
  async start(
    request: EvidenceRequest,
    search: ScopedSearch,
    now: Date
  ): Promise<EvidenceDownload> {
    const { options, board } = this;
    const { exportId } = request;
    if (this.running >= options.maxConcurrentExports) {
      throw new AuditError(
        'upstream_unavailable',
        `${this.running} evidence packages are being made already: try again in a while`
      );
    }
    if (board.of(exportId).state !== 'unknown') {
      throw new AuditError('invalid_request', 'exportId: it was used before');
    }
    this.running += 1;
    board.note(exportId, { state: 'counting' });
    try {
      const control = EVIDENCE_CONTROLS.find(({ id }) => id === request.control);
      if (request.control !== undefined && !control) {
        throw new AuditError('invalid_request', 'control: not one that the logs give evidence for');
      }
      const redaction =
        request.redaction ?? (options.group.kubeAudit.maskSecrets ? 'secrets' : 'none');
      if (
        redaction === 'none' &&
        options.group.kubeAudit.maskSecrets &&
        !options.group.kubeAudit.allowUnmask
      ) {
        throw new AuditError('forbidden', 'Secrets may not leave unmasked here');
      }
      const local = new LocalColumns(request.timeZone ?? 'UTC');
      const period = resolveTimeRange(request.timeRange, now);
      const [who, status] = await Promise.all([
        readWho(search),
        readStatus(search, options.status),
      ]);
      const plan = await planEvidence(request, period, search, options, now);
      board.note(exportId, { state: 'reading', expected: plan.expected });
      const zip = new EvidenceZip(now, plan.expected > LARGE);
      const job = {
        request,
        control,
        redaction,
        local,
        period,
        who,
        versions: status.versions,
        now,
      };
      let cancelled = false;
      void writePackage(job, plan, zip, search, options, (change) => board.note(exportId, change))
        .then(
          () => board.note(exportId, { state: 'done' }),
          (error: unknown) => {
            const message = isAuditError(error)
              ? error.message
              : 'The export failed: the Dashboards log has the details';
            board.note(exportId, {
              state: 'failed',
              message: cancelled ? 'The export was given up' : message,
            });
            zip.abort(error instanceof Error ? error : new Error(String(error)));
          }
        )
        .finally(() => (this.running -= 1));
      const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
      return {
        stream: zip.output,
        fileName: `evidence-${request.control ?? 'selection'}-${day(period.fromMs)}-${day(period.toMs)}.zip`,
        contentType: 'application/zip',
        cancel: () => {
          cancelled = true;
          zip.abort(new AuditError('timeout', 'The export was given up', { cancelled: true }));
        },
      };
    } catch (error) {
      this.running -= 1;
      board.note(exportId, {
        state: 'failed',
        message: isAuditError(error) ? error.message : undefined,
      });
      throw error;
    }
  }
}
