/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Large enough for fingers: 24 pixels (WCAG 2.2, 2.5.8). */
export const LINK_TARGET = {
  display: 'inline-block' as const,
  maxWidth: '100%',
  minWidth: 24,
  minHeight: 24,
  textAlign: 'left' as const,
};

/** Links of the colour of text are bold in the host; where nearly everything is a link, that is too much. */
export const LIGHT_LINK = { ...LINK_TARGET, fontWeight: 'inherit' as const };
