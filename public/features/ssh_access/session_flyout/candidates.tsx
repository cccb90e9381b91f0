/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButtonEmpty, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Attribution, AttributionCandidate } from '../../../../common/attribution/attribution';
import { unknownPerson } from '../../../components/attribution/attribution_words';
import { PersonLink } from '../../../components/attribution/person_link';
import { DisplayText } from '../../../components/display_text';

export interface CandidatesProps {
  attribution: Attribution;
  /** The session that is shown. */
  sessionId: string;
  onOpen: (id: string) => void;
}

function Candidate(
  props: Omit<CandidatesProps, 'attribution'> & { candidate: AttributionCandidate }
) {
  const { candidate, sessionId, onOpen } = props;
  const { person, fingerprint, sessionId: other } = candidate;
  return (
    <li>
      {person === undefined ? unknownPerson() : <PersonLink person={person} />}
      {fingerprint !== undefined && (
        <>
          {', '}
          <DisplayText text={fingerprint} max={120} />
        </>
      )}
      {other !== undefined && other !== sessionId && (
        <EuiButtonEmpty size="xs" onClick={() => onOpen(other)}>
          {i18n.translate('auditUser.ssh.flyout.openCandidate', {
            defaultMessage: 'Show that session',
          })}
        </EuiButtonEmpty>
      )}
    </li>
  );
}

/** Everybody who may have done it, with the session by which it could have been done. */
export function Candidates({ attribution, sessionId, onOpen }: CandidatesProps) {
  const { status, candidates } = attribution;
  if (status === 'identified' || candidates.length === 0) return null;
  return (
    <EuiText size="s">
      <p>
        {i18n.translate('auditUser.ssh.flyout.candidates', {
          defaultMessage: 'Who may have been it:',
        })}
      </p>
      <ul>
        {candidates.map((candidate, index) => (
          <Candidate key={index} candidate={candidate} sessionId={sessionId} onOpen={onOpen} />
        ))}
      </ul>
    </EuiText>
  );
}
