import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { longestWhole, type Window, windowOf } from './window';

// Until a row has been drawn and measured.
const guess = 32;

/** What {@link useWindow} gives a table. */
export interface Windowed {
  window: Window;
  /** Goes with the table's element. */
  table: { current: HTMLTableElement | null };
  /** Hears the scrolling of what the table is in. */
  onScroll: (event: Event) => void;
}

/** Follows the part of a long table that is on the screen; all of it is drawn for paper. */
export function useWindow(count: number): Windowed {
  const table = useRef<HTMLTableElement>(null);
  const [height, setHeight] = useState(guess);
  const [scrolled, setScrolled] = useState(0);
  const [isPrinting, setIsPrinting] = useState(false);
  const isLong = count > longestWhole;
  useLayoutEffect(() => {
    const row = table.current?.querySelector<HTMLElement>('tbody tr.row');
    if (isLong && row) setHeight(row.getBoundingClientRect().height);
  });
  useEffect(() => {
    const [begin, end] = [() => setIsPrinting(true), () => setIsPrinting(false)];
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const onScroll = (event: Event) => setScrolled((event.target as Element).scrollTop);
  const whole = { first: 0, end: count, above: 0, below: 0 };
  return { window: isPrinting ? whole : windowOf(count, height, scrolled, window.innerHeight), table, onScroll };
}
