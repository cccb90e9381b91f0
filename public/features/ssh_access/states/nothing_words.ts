/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import { formatCount } from '../../../components/count_words';

/** What "no session" rests on. */
export interface NothingBasis {
  /** Lines that were read for the answer. */
  lines: number;
  /** Something narrows the question down. */
  filtered: boolean;
  /** Sessions may be missing from the answer. */
  incomplete: boolean;
}

/** "No session" with its degree of certainty. */
export function nothingTitle({ lines, filtered, incomplete }: NothingBasis): string {
  if (incomplete) {
    return i18n.translate('auditUser.ssh.nothing.incompleteTitle', {
      defaultMessage: 'No session found in the part of authlog that could be read',
    });
  }
  if (filtered) {
    return i18n.translate('auditUser.ssh.nothing.filteredTitle', {
      defaultMessage: 'No session matches these filters',
    });
  }
  if (lines === 0) {
    return i18n.translate('auditUser.ssh.nothing.emptyTitle', {
      defaultMessage: 'authlog is empty for this period',
    });
  }
  return i18n.translate('auditUser.ssh.nothing.title', {
    defaultMessage: 'No session in this period',
  });
}

/** Among how much nothing was found, and what that proves. */
export function nothingNote({ lines, filtered, incomplete }: NothingBasis): string {
  if (incomplete) {
    return i18n.translate('auditUser.ssh.nothing.incomplete', {
      defaultMessage:
        '{lines, plural, one {# line was} other {# lines were}} read, but not all there is: what is missing is said above. This is no proof that nobody logged in.',
      values: { lines },
    });
  }
  if (lines === 0) {
    return filtered
      ? i18n.translate('auditUser.ssh.nothing.noLinesFiltered', {
          defaultMessage:
            'No line at all was found where these filters look: nothing was logged or kept there, or it is hidden from you. This is no proof that nobody logged in.',
        })
      : i18n.translate('auditUser.ssh.nothing.noLines', {
          defaultMessage:
            'authlog holds no line of this period that you may read: nothing was logged or kept, or it is hidden from you. Nodes that do not send their auth.log are never in it. This is no proof that nobody logged in.',
        });
  }
  return i18n.translate('auditUser.ssh.nothing.lines', {
    defaultMessage:
      '{lines} of this period were read. Nodes that do not send their auth.log are never in it.',
    values: {
      lines: i18n.translate('auditUser.ssh.nothing.lineCount', {
        defaultMessage: '{count, plural, one {One line} other {{shown} lines}}',
        values: { count: lines, shown: formatCount(lines) },
      }),
    },
  });
}
