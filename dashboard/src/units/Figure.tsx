import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A figure that is marked for a moment when it changes. */
export function Figure({ value, children }: { value: number | string; children: ComponentChildren }) {
  const element = useRef<HTMLSpanElement>(null);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    const mark = element.current?.classList;
    mark?.remove('changed');
    // A frame later, so that a mark that is still fading begins anew.
    requestAnimationFrame(() => mark?.add('changed'));
  }, [value]);
  return (
    <span class="figure" ref={element}>
      {children}
    </span>
  );
}
