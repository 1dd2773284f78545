import { useEffect, useState } from 'preact/hooks';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const [list] = useState(() => matchMedia(query));
  const [holds, setHolds] = useState(list.matches);
  useEffect(() => {
    const changed = () => setHolds(list.matches);
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  }, [list]);
  return holds;
}

/** Whether the window is as narrow as a phone. The style sheets have the same limit. */
export function useIsPhone(): boolean {
  return useMedia('(max-width: 40rem)');
}
