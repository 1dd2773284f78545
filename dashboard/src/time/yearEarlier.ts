/** The same day of the year before; of 29 February, the 28th. */
export function yearEarlier(isoDay: string): string {
  const [year, month, day] = isoDay.split('-');
  const date = month === '02' && day === '29' ? '28' : day;
  return `${String(Number(year) - 1).padStart(4, '0')}-${month}-${date}`;
}
