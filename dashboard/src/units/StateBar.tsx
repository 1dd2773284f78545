import type { StateShare } from './states';

/** The states of units as a bar, one stretch a state. The same figures in words are a {@link StateList}. */
export function StateBar({ shares }: { shares: readonly StateShare[] }) {
  return (
    <div class="state-bar" aria-hidden="true">
      {shares
        .filter((share) => share.units > 0)
        .map((share) => (
          <span key={share.state} class={`tone ${share.tone}`} style={{ flexGrow: share.units }} />
        ))}
    </div>
  );
}
