import type { ComponentChildren } from 'preact';
import { useMoreAside } from './useMoreAside';

/** A part of the page that scrolls sideways when it is too wide, with the keyboard too, and shows where there is more. */
export function Scroll({ labelledBy, children }: { labelledBy: string; children: ComponentChildren }) {
  const { box, sides, onScroll } = useMoreAside();
  return (
    <div class={`scroll-frame ${sides}`}>
      {/* What scrolls must take the focus, or a keyboard cannot scroll it. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls. */}
      <div ref={box} class="scroll" role="group" aria-labelledby={labelledBy} tabindex={0} onScroll={onScroll}>
        {children}
      </div>
    </div>
  );
}
