/** The patterns beside the colours of tiles: the more complete, the denser. */
export function Patterns() {
  return (
    <defs>
      {['class-2', 'tone-unreported'].map((shade) => (
        <pattern key={shade} id={`pattern-${shade}`} width="12" height="12" patternUnits="userSpaceOnUse">
          <circle class={`ink ${shade}`} cx="6" cy="6" r="2.5" />
        </pattern>
      ))}
      {['class-3', 'tone-partial'].map((shade) => (
        <pattern key={shade} id={`pattern-${shade}`} width="10" height="10" patternUnits="userSpaceOnUse">
          <path class={`stroke ${shade}`} d="M-2 12 12 -2M-2 2 2 -2M8 12 12 8" />
        </pattern>
      ))}
      {['class-4'].map((shade) => (
        <pattern key={shade} id={`pattern-${shade}`} width="10" height="10" patternUnits="userSpaceOnUse">
          <path class={`stroke ${shade}`} d="M0 0 10 10M10 0 0 10" />
        </pattern>
      ))}
      {['tone-none'].map((shade) => (
        <pattern key={shade} id={`pattern-${shade}`} width="9" height="10" patternUnits="userSpaceOnUse">
          <path class={`stroke ${shade}`} d="M4 0V10" />
        </pattern>
      ))}
      {['class-5', 'tone-complete'].map((shade) => (
        <pattern key={shade} id={`pattern-${shade}`} width="10" height="10" patternUnits="userSpaceOnUse">
          <rect class={`ink ${shade}`} width="10" height="10" />
        </pattern>
      ))}
    </defs>
  );
}
