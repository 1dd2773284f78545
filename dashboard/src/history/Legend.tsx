import type { Catalogue } from '../api/contract';
import type { Lines } from './lines';
import { lineLabel, looks } from './looks';
import type { Subject } from './subject';

/** Which line is which: a sample of each with its name. */
export function Legend(props: { lines: Lines; catalogue: Catalogue; subject: Subject }) {
  return (
    <ul class="legend">
      {props.lines.lines.map(({ name }) => (
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
          {lineLabel(props.catalogue, props.subject, name)}
        </li>
      ))}
    </ul>
  );
}
