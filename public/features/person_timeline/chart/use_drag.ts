/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { WIDTH } from './scale';

/** A part of the axis that is being dragged over, in units of the drawing. */
export interface Drag {
  start: number;
  now: number;
}

/** What an element needs so that dragging over it chooses a part. */
export interface DragHandlers {
  ref: RefObject<HTMLDivElement>;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
}

/** Shorter drags are clicks, in units of the drawing. */
const MIN_DRAG = 8;

/**
 * Dragging over a drawing (its `svg` elements only: the text between them can still be chosen and copied).
 * Escape gives it up.
 *
 * @param onDragged called with both ends, in the order of dragging
 */
export function useDrag(onDragged: (start: number, end: number) => void): {
  drag?: Drag;
  handlers: DragHandlers;
} {
  const ref = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const dragging = drag !== undefined;
  useEffect(() => {
    if (!dragging) return undefined;
    const giveUp = ({ key }: KeyboardEvent) => key === 'Escape' && setDrag(undefined);
    window.addEventListener('keydown', giveUp);
    return () => window.removeEventListener('keydown', giveUp);
  }, [dragging]);
  const placeAt = ({ clientX }: PointerEvent): number => {
    const box = ref.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    return Math.min(WIDTH, Math.max(0, ((clientX - box.left) / box.width) * WIDTH));
  };
  return {
    drag,
    handlers: {
      ref,
      onPointerDown: (event) => {
        const { target, button } = event;
        if (button !== 0 || !(target instanceof Element) || !target.closest('svg')) return;
        // The drag goes on outside of the drawing; not every environment can say so.
        ref.current?.setPointerCapture?.(event.pointerId);
        const start = placeAt(event);
        setDrag({ start, now: start });
      },
      onPointerMove: (event) => drag && setDrag({ ...drag, now: placeAt(event) }),
      onPointerUp: () => {
        setDrag(undefined);
        if (drag && Math.abs(drag.now - drag.start) >= MIN_DRAG) onDragged(drag.start, drag.now);
      },
      onPointerCancel: () => setDrag(undefined),
    },
  };
}
