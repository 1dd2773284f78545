const mostClasses = 5;
const mostDigits = 15;
const factors = [5, 2, 1];

/**
 * The limits between the classes of some whole figures: at most five classes, none of them empty, as alike in size as
 * figures that are equal allow; each limit as round as it can be. None where all figures are equal.
 */
export function limitsOf(figures: readonly number[]): number[] {
  let rest = [...figures].sort((left, right) => left - right);
  const limits: number[] = [];
  for (let classes = mostClasses; classes > 1 && rest.length > 1; classes--) {
    const size = Math.ceil(rest.length / classes);
    const last = rest[size - 1] as number;
    const before = rest.filter((figure) => figure < last).length;
    const through = rest.filter((figure) => figure <= last).length;
    // Those that are equal stay together, in this class or in the next one.
    const end = before === 0 || (through < rest.length && through - size <= size - before) ? through : before;
    const [lower, upper] = [rest[end - 1], rest[end]];
    if (lower === undefined || upper === undefined) break;
    limits.push(roundest(lower, upper));
    rest = rest.slice(end);
  }
  return limits;
}

/** The class of a figure, 1 to 5 from light to dark: fewer classes than five are spread over these. */
export function classOf(figure: number, limits: readonly number[]): number {
  if (limits.length === 0) return figure > 0 ? mostClasses : 1;
  return classAt(limits.filter((limit) => figure >= limit).length, limits);
}

/** The class that is `index` limits above the lowest. */
export function classAt(index: number, limits: readonly number[]): number {
  return 1 + Math.round((index * (mostClasses - 1)) / limits.length);
}

// The roundest figure above `lower` that is not above `upper`.
function roundest(lower: number, upper: number): number {
  for (let digits = mostDigits; digits >= 0; digits--) {
    for (const factor of factors) {
      const step = factor * 10 ** digits;
      const figure = Math.floor(upper / step) * step;
      if (figure > lower) return figure;
    }
  }
  return upper;
}
