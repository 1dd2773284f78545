import { type MutableRef, useRef, useState } from 'preact/hooks';
import type { Layout } from './layout';
import { neighbour } from './neighbour';

/** What {@link useTileFocus} gives a map. */
export interface TileFocus {
  /** The code of the tile that the tab key stops at; undefined before one had the focus. */
  stop: string | undefined;
  /** The code of the tile that the pointer or the focus is on. */
  shown: string | undefined;
  /** What the drawing hears. */
  events: {
    ref: MutableRef<SVGSVGElement | null>;
    onKeyDown: (event: KeyboardEvent) => void;
    onPointerOver: (event: Event) => void;
    onPointerLeave: () => void;
    onFocusIn: (event: Event) => void;
    onFocusOut: () => void;
  };
}

/** Follows pointer and focus from tile to tile: the arrow keys go to a neighbour, Escape hides what a tile says. */
export function useTileFocus(layout: Layout): TileFocus {
  const ref = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState<string>();
  const [shown, setShown] = useState<string>();
  const hide = () => setShown(undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide();
    const from = codeAt(event);
    const to = from && neighbour(layout, from, event.key);
    if (!to) return;
    event.preventDefault();
    ref.current?.querySelector<SVGAElement>(`[data-code="${to}"]`)?.focus();
  };
  const onFocusIn = (event: Event) => {
    setStop(codeAt(event));
    setShown(codeAt(event));
  };
  const onPointerOver = (event: Event) => setShown(codeAt(event));
  return {
    stop,
    shown,
    events: { ref, onKeyDown, onPointerOver, onPointerLeave: hide, onFocusIn, onFocusOut: hide },
  };
}

function codeAt(event: Event): string | undefined {
  return (event.target as Element).closest('a')?.getAttribute('data-code') ?? undefined;
}
