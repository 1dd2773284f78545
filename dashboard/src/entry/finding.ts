import { greatest, wholeNumber } from './wholeNumber';

/** What is wrong with a field, or unusual. The codes of what is unusual are those of the catalogue's rules. */
export interface Finding {
  code:
    | 'day'
    | 'not-whole'
    | 'out-of-range'
    | 'over-denominator'
    | 'jump'
    | 'ceiling'
    | 'same-as-below'
    | 'reversal'
    | 'empty'
    | 'model-twice';
  severity: 'error' | 'warning';
  /** What its sentence names. */
  values: Record<string, string | number>;
}

/** The findings, by the field they are shown at: that of a figure, or `models/2/sites`. */
export type Findings = Map<string, Finding>;

/** Something that is wrong. */
export function fault(code: Finding['code'], values: Finding['values'] = {}): Finding {
  return { code, severity: 'error', values };
}

/** What is wrong with the shape of a figure that was typed. */
export function shapeFault(text: string): Finding | undefined {
  if (text.trim() === '') return undefined;
  const value = wholeNumber(text);
  if (value === undefined) return fault('not-whole');
  return value > greatest ? fault('out-of-range') : undefined;
}
