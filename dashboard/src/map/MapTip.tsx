import type { ComponentChildren } from 'preact';
import type { Layout } from './layout';

/** What a tile has to say, above it; the tile's own label says it to those who cannot see it. */
export function MapTip({ layout, code, children }: { layout: Layout; code: string; children: ComponentChildren }) {
  const at = layout.tiles.get(code);
  if (at === undefined) return null;
  const across = (at.column + 0.5) / layout.columns;
  return (
    <p
      class="map-tip"
      aria-hidden="true"
      style={{
        left: `${across * 100}%`,
        top: `${(at.row / layout.rows) * 100}%`,
        transform: `translate(${-across * 100}%, -100%)`,
      }}
    >
      {children}
    </p>
  );
}
