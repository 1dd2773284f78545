import { type MutableRef, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What {@link useMoreAside} gives a box that scrolls sideways. */
export interface MoreAside {
  box: MutableRef<HTMLDivElement | null>;
  /** Names of classes: `more-left`, `more-right`, both or none. */
  sides: string;
  onScroll: () => void;
}

/** Follows at which sides of a box there is more than it shows. */
export function useMoreAside(): MoreAside {
  const box = useRef<HTMLDivElement>(null);
  const [sides, setSides] = useState('');
  const measure = () => {
    if (box.current !== null) setSides(sidesOf(box.current));
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    for (const element of [box.current, box.current?.firstElementChild]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, sides, onScroll: measure };
}

function sidesOf({ scrollLeft, scrollWidth, clientWidth }: HTMLDivElement): string {
  // Places between two pixels are rounded.
  const right = scrollWidth - clientWidth - scrollLeft > 1;
  return `${scrollLeft > 1 ? 'more-left' : ''} ${right ? 'more-right' : ''}`.trim();
}
