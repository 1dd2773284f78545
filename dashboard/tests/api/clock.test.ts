import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteServerClock, serverNow } from '../../src/api/clock';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T10:00:00.900Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('never passes the clock of the server that last answered', () => {
  noteServerClock('Thu, 01 Jan 2026 09:00:00 GMT');
  expect(serverNow()).toBe('2026-01-01T09:00:00Z');
  vi.advanceTimersByTime(5_000);
  expect(serverNow()).toBe('2026-01-01T09:00:05Z');
});

it('is the newest row where that is dated later, until the clock has passed it', () => {
  noteServerClock('Thu, 01 Jan 2026 09:00:00 GMT', '2026-01-01T09:00:03.1234560Z');
  expect(serverNow()).toBe('2026-01-01T09:00:03.1234560Z');
  vi.advanceTimersByTime(5_000);
  expect(serverNow()).toBe('2026-01-01T09:00:05Z');
});

it('keeps what it knows when an answer has no date', () => {
  noteServerClock('Thu, 01 Jan 2026 11:00:00 GMT');
  noteServerClock(null);
  expect(serverNow()).toBe('2026-01-01T11:00:00Z');
});
