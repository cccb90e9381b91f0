/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { render } from '@testing-library/react';
import { DisplayText, toVisibleText } from './display_text';

describe('hostile text', () => {
  it.each([
    ['\u202egpj.exe', '⟨U+202E⟩gpj.exe'],
    ['a\u2066b\u2069', 'a⟨U+2066⟩b⟨U+2069⟩'],
    ['\u001b[2Jgone', '␛[2Jgone'],
    ['two\nlines\u0000', 'two␊lines␀'],
    ['ali\u200bce', 'ali⟨U+200B⟩ce'],
    ['half \ud83d pair', 'half ⟨U+D83D⟩ pair'],
    ['tag\u{e0041}', 'tag⟨U+E0041⟩'],
    ['filler\u3164', 'filler⟨U+3164⟩'],
    ['Åsa Öberg 😀 田中', 'Åsa Öberg 😀 田中'],
  ])('%j is shown as %s', (text, shown) => {
    expect(toVisibleText(text)).toBe(shown);
  });

  it('is text, never markup, and isolated in its direction', () => {
    const { container } = render(<DisplayText text="<img src=x onerror=alert(1)>" />);
    expect(container.querySelector('img')).toBeNull();
    expect(container.querySelector('bdi')).toHaveTextContent('<img src=x onerror=alert(1)>');
  });

  it('is cut when it is long, and says by how much', () => {
    const { container } = render(<DisplayText text={'x'.repeat(1_000_000)} max={10} />);
    expect(container).toHaveTextContent('xxxxxxxxxx… (999990 more characters)');
  });
});
