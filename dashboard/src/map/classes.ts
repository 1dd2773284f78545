/** How many classes a scale has. */
export const classCount = 5;

/** A scale of five classes from 0 to `top`, each as wide as the others. */
export interface Scale {
  top: number;
  /** Where each class begins. */
  starts: number[];
}

/** The scale of shares, from nothing to all. */
export const shareScale: Scale = scaleTo(1);

/** A scale for amounts up to the greatest one, whose classes begin at round figures. */
export function amountScale(amounts: readonly number[]): Scale {
  const width = Math.max(...amounts, 1) / classCount;
  const unit = 10 ** Math.floor(Math.log10(width));
  const round = [1, 2, 5, 10].find((factor) => factor * unit >= width) ?? 10;
  return scaleTo(Math.max(1, round * unit) * classCount);
}

/** The class of a figure, 1 to 5. */
export function classOf(figure: number, scale: Scale): number {
  return Math.min(classCount, Math.floor((figure / scale.top) * classCount + 1e-9) + 1);
}

function scaleTo(top: number): Scale {
  return { top, starts: Array.from({ length: classCount }, (_, index) => (top / classCount) * index) };
}
