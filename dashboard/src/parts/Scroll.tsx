import type { ComponentChildren } from 'preact';

/** A part of the page that scrolls sideways when it is too wide, with the keyboard too. */
export function Scroll({ labelledBy, children }: { labelledBy: string; children: ComponentChildren }) {
  return (
    // What scrolls must take the focus, or a keyboard cannot scroll it.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    <div class="scroll" role="group" aria-labelledby={labelledBy} tabindex={0}>
      {children}
    </div>
  );
}
