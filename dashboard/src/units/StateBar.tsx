import type { Catalogue, Level, RollUp } from '../api/contract';
import { number } from '../format/format';
import { stateShares } from './states';

/** The states of the units at one level as a bar, one stretch a state, with the figures in words below it. */
export function StateBar(props: { rollUp: RollUp; catalogue: Catalogue; indicator: string; level: Level }) {
  const shares = stateShares(props.rollUp, props.catalogue, props.indicator, props.level);
  return (
    <div class="states">
      <div class="state-bar" aria-hidden="true">
        {shares
          .filter((share) => share.units > 0)
          .map((share) => (
            <span key={share.state} class={`tone ${share.tone}`} style={{ flexGrow: share.units }} />
          ))}
      </div>
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
    </div>
  );
}
