/** A part of a whole: safe ones of all, complete ones of all. */
export interface Part {
  part: number;
  whole: number;
}

/** The parts of several units together. */
export function sumParts(parts: readonly (Part | undefined)[]): Part {
  let [part, whole] = [0, 0];
  for (const one of parts) {
    part += one?.part ?? 0;
    whole += one?.whole ?? 0;
  }
  return { part, whole };
}

/** Whether there is nothing to be a part of: what is counted was never reported, or does not apply. */
export function isNothing(of: Part | undefined): of is undefined {
  return of === undefined || (of.part === 0 && of.whole === 0);
}
