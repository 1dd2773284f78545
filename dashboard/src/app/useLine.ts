import { useEffect } from 'preact/hooks';
import { call } from '../api/http';
import { isLost } from '../api/line';

// Some thousand pages whose silo went away do not come back in one second.
const pause = () => 10_000 * (0.75 + Math.random() / 2);

/** Tries a lost line again with one small call until it is back; then everything is read that could not be. */
export function useLine(): void {
  const lost = isLost.value;
  useEffect(() => {
    if (!lost) return;
    const wait = setInterval(tryLine, pause());
    window.addEventListener('online', tryLine);
    return () => {
      clearInterval(wait);
      window.removeEventListener('online', tryLine);
    };
  }, [lost]);
}

/** Tries the line now. */
export function tryLine(): void {
  // Whether it was answered is noted by the call itself.
  call('/session').catch(() => {});
}
