/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo, useState } from 'react';
import { EuiButtonEmpty, EuiCodeBlock, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { toVisibleText } from '../display_text';
import { CopyButton } from './copy_button';

export interface LargeTextProps {
  text: string;
  /** What the text is, for the copy button: "the request body". */
  what: string;
  json?: boolean;
}

/** Colouring and laying out more than this at once stalls the page. */
export const COLLAPSE_ABOVE = 20000;

const PREVIEW_LENGTH = 2000;

const HEIGHT = 320;

/** Lines stay lines; every other character that cannot be seen is made visible. */
function toVisibleLines(text: string): string {
  return text.split('\n').map(toVisibleText).join('\n');
}

/** Text of the log in a box of bounded height; a large one shows its beginning until asked for all. */
export function LargeText({ text, what, json = false }: LargeTextProps) {
  const isLarge = text.length > COLLAPSE_ABOVE;
  const [showAll, setShowAll] = useState(false);
  const shown = useMemo(
    () => toVisibleLines(isLarge && !showAll ? text.slice(0, PREVIEW_LENGTH) : text),
    [isLarge, showAll, text]
  );
  return (
    <>
      <EuiCodeBlock
        language={json && !isLarge ? 'json' : undefined}
        overflowHeight={HEIGHT}
        paddingSize="s"
        fontSize="s"
      >
        {shown}
      </EuiCodeBlock>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem grow={false}>
          <CopyButton text={text} what={what} />
        </EuiFlexItem>
        {isLarge && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty size="xs" onClick={() => setShowAll(!showAll)} aria-expanded={showAll}>
              {showAll
                ? i18n.translate('auditUser.details.showBeginning', {
                    defaultMessage: 'Show the beginning only',
                  })
                : i18n.translate('auditUser.details.showAll', {
                    defaultMessage: 'Show all {length} characters',
                    values: { length: text.length.toLocaleString() },
                  })}
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
    </>
  );
}
