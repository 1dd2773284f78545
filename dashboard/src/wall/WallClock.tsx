import { useEffect, useState } from 'preact/hooks';
import { instant } from '../format/format';

/** The time in Việt Nam. */
export function WallClock() {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="wall-clock" role="timer">
      {instant(now)}
    </p>
  );
}
