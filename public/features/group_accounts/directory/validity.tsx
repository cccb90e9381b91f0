/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';
import type { DirectoryEntryInput } from '../../../../common/api/directory';
import { LogTime } from '../../../components/log_time';

/** From when to when an entry holds. */
export function Validity({
  validFrom,
  validTo,
}: Pick<DirectoryEntryInput, 'validFrom' | 'validTo'>) {
  const from = validFrom && <LogTime time={validFrom} precision="exact" />;
  const to = validTo && <LogTime time={validTo} precision="exact" />;
  if (!from && !to) {
    return <>{i18n.translate('auditUser.directory.always', { defaultMessage: 'always' })}</>;
  }
  return (
    <div>
      {from && (
        <div>
          {i18n.translate('auditUser.directory.from', { defaultMessage: 'from ' })}
          {from}
        </div>
      )}
      {to && (
        <div>
          {i18n.translate('auditUser.directory.to', { defaultMessage: 'until ' })}
          {to}
        </div>
      )}
    </div>
  );
}
