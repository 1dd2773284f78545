import { isDay } from './days';

const parted = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/;
// The numeric keyboard of some phones has digits only.
const digits = /^(\d\d)(\d\d)(\d{4})$/;
const digitsWithTime = /^(\d{8})\s*(\d\d)(\d\d)(\d\d)?$/;
const clock = /(?:^|\s)([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?=\s|$)/;

/**
 * The day that was typed in the order day, month, year, as `yyyy-mm-dd`: `1/2/2025`, `01-02-2025`, `01.02.2025`,
 * `01022025`. Undefined: it is none.
 */
export function readDay(text: string): string | undefined {
  const typed = text.trim();
  const [, day, month, year] = parted.exec(typed) ?? digits.exec(typed) ?? [];
  if (day === undefined || month === undefined) return undefined;
  const isoDay = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(isoDay) ? isoDay : undefined;
}

/**
 * The day and time that were typed, in either order, as `yyyy-mm-ddThh:mm:ss`; without a time it is the end of the
 * day. Undefined: they are none.
 */
export function readMoment(text: string): string | undefined {
  const typed = text.trim().replace(digitsWithTime, (_, day, hour, minute, second = '00') => {
    return `${day} ${hour}:${minute}:${second}`;
  });
  const time = clock.exec(typed);
  const isoDay = readDay(typed.replace(clock, ' '));
  if (isoDay === undefined) return undefined;
  if (time === null) return endOf(isoDay);
  const [, hour = '', minute, second = '00'] = time;
  return `${isoDay}T${hour.padStart(2, '0')}:${minute}:${second}`;
}

/** The last second of a day. */
export function endOf(isoDay: string): string {
  return `${isoDay}T23:59:59`;
}
