/** The id of the control of a field, by which the list of faults leads to it. */
export function fieldId(field: string): string {
  return `entry-${field.replace(/\//g, '-')}`;
}

/** Leads to a field. */
export function focusField(field: string): void {
  const place = document.getElementById(fieldId(field));
  (place instanceof HTMLDivElement ? place.querySelector('input') : place)?.focus();
}
