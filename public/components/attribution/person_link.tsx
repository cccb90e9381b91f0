/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink } from '@elastic/eui';
import { personPath } from '../../url_state/view_paths';
import { DisplayText } from '../display_text';
import { useViewLinks } from '../use_view_links';

/** A person's name, leading to everything that the person did in the period. */
export function PersonLink({ person }: { person: string }) {
  const linkTo = useViewLinks();
  return (
    <EuiLink {...linkTo(personPath(person))}>
      <DisplayText text={person} max={120} />
    </EuiLink>
  );
}
