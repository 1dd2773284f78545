import { useEffect } from 'preact/hooks';

/** Keeps the screen from going dark while the page is in sight, where the browser allows it. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
      // Only a page from a safe origin has it, and a battery that runs low may refuse it.
      if (document.hidden || navigator.wakeLock === undefined) return;
      const given = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (isOver) await given?.release();
      else lock = given;
    };
    const shown = () => void ask();
    shown();
    document.addEventListener('visibilitychange', shown);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', shown);
      void lock?.release();
    };
  }, []);
}
