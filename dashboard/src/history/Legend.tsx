import type { HistoryColumn } from './columns';
import { looks } from './looks';

/** Which line is which: a sample of each with its name. */
export function Legend({ panel }: { panel: readonly HistoryColumn[] }) {
  return (
    <ul class="legend">
      {panel.map(({ name, label }) => (
        <li key={name}>
          <svg class="legend-sample" viewBox="0 0 36 10" aria-hidden="true">
            <line
              x1="0"
              y1="5"
              x2="36"
              y2="5"
              stroke={`var(${looks[name].colour})`}
              stroke-width="2.5"
              stroke-dasharray={looks[name].dash.join(' ')}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
