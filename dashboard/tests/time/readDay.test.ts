import { describe, expect, it } from 'vitest';
import { readDay, readMoment } from '../../src/time/readDay';

describe('a day', () => {
  it.each(['01/02/2025', '1/2/2025', '01-02-2025', '01.02.2025', '1 2 2025', '01022025', ' 1 / 2 / 2025 '])(
    'is typed as %s',
    (text) => expect(readDay(text)).toBe('2025-02-01'),
  );

  it.each([
    '',
    '30/02/2025',
    '29/02/2023',
    '01/13/2025',
    '2025-02-01',
    '1/2/25',
    '1022025',
    'hôm nay',
    '1/2/2025 10:00',
  ])('is not %j', (text) => expect(readDay(text)).toBeUndefined());
});

describe('a day and time', () => {
  it.each(['20/02/2017 15:04:05', '15:04:05 20/02/2017', '20-2-2017 15:04:05', '20022017 150405', '20022017150405'])(
    'are typed as %s',
    (text) => expect(readMoment(text)).toBe('2017-02-20T15:04:05'),
  );

  it('are whole minutes without seconds, and the end of the day without a time', () => {
    expect(readMoment('20/2/2017 7:05')).toBe('2017-02-20T07:05:00');
    expect(readMoment('200220170705')).toBe('2017-02-20T07:05:00');
    expect(readMoment('20/2/2017')).toBe('2017-02-20T23:59:59');
  });

  it.each(['', '20/02/2017 24:00', '20/02/2017 15:60:00', '15:04', '30/02/2017 15:04'])('are not %j', (text) =>
    expect(readMoment(text)).toBeUndefined(),
  );
});
