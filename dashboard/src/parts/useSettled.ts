import { useEffect, useState } from 'preact/hooks';

/** A text once its writer pauses; an empty one at once. */
export function useSettled(text: string, pause: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(wait);
  }, [text, pause]);
  return text === '' ? '' : settled;
}
