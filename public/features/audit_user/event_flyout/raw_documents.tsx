/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo, useState } from 'react';
import { EuiAccordion, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RawDocument } from '../../../../common/api/kube_event';
import { toVisibleText } from '../../../components/display_text';
import { LargeText } from '../../../components/details/large_text';
import { readStage } from './read_stage';
import { Section } from '../../../components/details/section';

function RawDocumentAccordion({ document }: { document: RawDocument }) {
  const [id] = useState(() => htmlIdGenerator('rawDocument')());
  const [isOpen, setIsOpen] = useState(false);
  // A record may be megabytes: it is written out only once somebody wants to see it.
  const text = useMemo(() => (isOpen ? JSON.stringify(document, null, 2) : ''), [isOpen, document]);
  const { stage } = readStage(document);
  const title = i18n.translate('auditUser.eventFlyout.rawDocument', {
    defaultMessage: '{stage}: {index} / {id}',
    values: { stage: toVisibleText(stage ?? '–'), index: document._index, id: document._id },
  });
  return (
    <EuiAccordion id={id} buttonContent={title} paddingSize="s" onToggle={setIsOpen}>
      {isOpen && <LargeText text={text} what={title} json />}
    </EuiAccordion>
  );
}

/** Every record of the event as OpenSearch keeps it, each folded away. */
export function RawDocuments({ documents }: { documents: readonly RawDocument[] }) {
  return (
    <Section
      title={i18n.translate('auditUser.eventFlyout.rawDocuments', {
        defaultMessage: 'Records as stored',
      })}
    >
      {documents.map((document) => (
        <RawDocumentAccordion key={`${document._index}/${document._id}`} document={document} />
      ))}
    </Section>
  );
}
