/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MAX_FILTER_VALUES } from '../../../common/api/kube_filters';
import { ValueComboBox, type ValueComboBoxProps } from './value_combo_box';

function setUp(props: Partial<ValueComboBoxProps> = {}) {
  const onChange = jest.fn();
  function Owner() {
    const [chosen, setChosen] = useState<readonly string[]>(props.chosen ?? []);
    return (
      <ValueComboBox
        label="Account"
        offered={[{ value: 'ubuntu', count: 1234 }, { value: 'root' }]}
        {...props}
        chosen={chosen}
        onChange={(values) => {
          onChange(values);
          setChosen(values);
        }}
      />
    );
  }
  const view = render(<Owner />);
  return { ...view, onChange, input: userEvent.setup(), box: screen.getByRole('textbox') };
}

describe('the values of a filter', () => {
  it('are offered with their counts and chosen by a click', async () => {
    const { input, box, onChange } = setUp();
    await input.click(box);
    await input.click(await screen.findByRole('option', { name: /ubuntu.*1,234/ }));
    expect(onChange).toHaveBeenLastCalledWith(['ubuntu']);
  });

  it('can be typed when the answer does not hold them', async () => {
    const { input, box, onChange } = setUp();
    await input.type(box, 'kubernetes-admin{Enter}');
    expect(onChange).toHaveBeenLastCalledWith(['kubernetes-admin']);
  });

  it('that are not offered are counted', () => {
    const { container } = setUp({ leftOut: 1234 });
    expect(container).toHaveTextContent(
      /The \d+ most frequent are offered, 1,234 more are not: type one exactly/
    );
  });

  it('cannot be typed where there are no others', async () => {
    const { input, box, onChange } = setUp({ free: false });
    await input.type(box, 'perhaps{Enter}');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('are no more than the server takes', async () => {
    const full = Array.from({ length: MAX_FILTER_VALUES }, (_, i) => `a${i}`);
    const { input, box, onChange } = setUp({ chosen: full });
    await input.type(box, 'one-more{Enter}');
    expect(onChange).not.toHaveBeenCalled();
    expect(await screen.findByText('A filter takes at most 60 values')).toBeInTheDocument();
  });

  it('that are hostile are text', async () => {
    const { container } = setUp({ chosen: ['<img src=x>\u202eroot'] });
    expect(container).toHaveTextContent('<img src=x>⟨U+202E⟩root');
    expect(container.querySelector('img')).toBeNull();
  });
});
