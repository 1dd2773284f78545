import { number } from '../format/format';
import type { StateShare } from './states';

/** How many units are in each state, in words. */
export function StateList({ shares }: { shares: readonly StateShare[] }) {
  return (
    <ul class="state-list">
      {shares
        .filter((share) => share.units > 0)
        .map((share) => (
          <li key={share.state}>
            <span class={`swatch tone ${share.tone}`} aria-hidden="true" />
            {share.label}: {number(share.units)}
          </li>
        ))}
    </ul>
  );
}
