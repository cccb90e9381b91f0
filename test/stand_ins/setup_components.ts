/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** What jsdom lacks and OUI or charts ask for. */
import '@testing-library/jest-dom';

class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

if (!('ResizeObserver' in window)) {
  Object.defineProperty(window, 'ResizeObserver', { value: NoResizeObserver });
}
if (!('matchMedia' in window)) {
  Object.defineProperty(window, 'matchMedia', {
    value: () => ({ matches: false, addListener() {}, removeListener() {} }),
  });
}

// What a tab remembers is of one test.
afterEach(() => window.sessionStorage.clear());
