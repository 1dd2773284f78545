import { useEffect, useRef, useState } from 'preact/hooks';

// Four times a second is as often as somebody can follow a list of figures.
const pause = 250;

/**
 * A list that changes at most four times a second: the first change at once, of those that follow the newest. While
 * its items are the same it is the same list.
 */
export function useCalmList<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  const [, draw] = useState(0);
  const shown = useRef(list);
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  const isNew = !isSame(shown.current, list);
  const rest = pause - (performance.now() - shownAt.current);
  if (isNew && rest <= 0) {
    shown.current = list;
    shownAt.current = performance.now();
  }
  const isBehind = isNew && rest > 0;
  useEffect(() => {
    if (!isBehind) return;
    const wait = setTimeout(() => draw((count) => count + 1), rest);
    return () => clearTimeout(wait);
  }, [isBehind]);
  return shown.current;
}

function isSame<T>(left: readonly T[] | undefined, right: readonly T[] | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
