/** The greatest figure that a report may state. */
export const greatest = 1_000_000_000;

// Figures are whole, so that a dot, a comma or a space can only part thousands.
const written = /^(?:\d+|\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*)$/;

/** The whole number that a text is, with or without thousands separators; undefined when it is none. */
export function wholeNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!written.test(trimmed)) return undefined;
  return Number(trimmed.replace(/\D/g, ''));
}
