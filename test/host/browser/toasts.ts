/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A toast: a text, or a title with a text. */
type Toast = string | { title?: string; text?: unknown };

/** `core.notifications.toasts`: each is shown and stays. */
export function createToasts(root: HTMLElement) {
  const list = document.createElement('div');
  list.className = 'hostToasts';
  list.setAttribute('role', 'status');
  root.append(list);
  const add = (kind: string) => (toast: Toast) => {
    const item = document.createElement('p');
    const { title = '', text = '' } = typeof toast === 'string' ? { title: toast } : toast;
    item.textContent = `${kind}${title}${typeof text === 'string' && text ? `: ${text}` : ''}`;
    list.append(item);
    return { id: String(list.childElementCount) };
  };
  return {
    add: add(''),
    addInfo: add(''),
    addSuccess: add(''),
    addWarning: add('Warning: '),
    addDanger: add('Error: '),
    addError: (error: Error, { title }: { title: string }) =>
      add('Error: ')({ title, text: error.message }),
    remove: () => undefined,
  };
}
