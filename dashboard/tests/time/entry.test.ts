import { expect, it } from 'vitest';
import { dayEntry, judgeEntry, momentEntry } from '../../src/time/entry';

const days = { min: '2000-01-01', max: '2017-02-20' };
const moments = { min: '2000-01-01T07:00:00', max: '2017-02-20T15:00:05' };

it('takes a day that may be, and no day where there need not be one', () => {
  expect(judgeEntry(dayEntry, '1.2.2017', days)).toEqual({ value: '2017-02-01' });
  expect(judgeEntry(dayEntry, ' ', days)).toEqual({ value: '' });
});

it('says in one sentence what is wrong', () => {
  const fault = (text: string) => judgeEntry(dayEntry, text, { ...days, isRequired: true }).fault;
  expect(fault('')).toBe('Hãy nhập ngày/tháng/năm, ví dụ 20/02/2017.');
  expect(fault('31/2/2017')).toBe('“31/2/2017” không phải là ngày; hãy nhập ngày/tháng/năm, ví dụ 20/02/2017.');
  expect(fault('21/2/2017')).toBe('21/02/2017 nằm ngoài khoảng cho phép; hãy nhập từ 01/01/2000 đến 20/02/2017.');
});

it('takes today as a whole for until now, and no instant to come', () => {
  expect(judgeEntry(momentEntry, '20/2/2017', moments)).toEqual({ value: moments.max });
  expect(judgeEntry(momentEntry, '19/2/2017', moments)).toEqual({ value: '2017-02-19T23:59:59' });
  expect(judgeEntry(momentEntry, '20/2/2017 15:00:06', moments).fault).toContain('đến 20/02/2017 15:00:05');
});

it('keeps the time when another day is chosen', () => {
  expect(momentEntry.choose('2017-02-01', '2017-02-20T15:00:05')).toBe('2017-02-01T15:00:05');
  expect(momentEntry.choose('2017-02-01', '')).toBe('2017-02-01T23:59:59');
});
