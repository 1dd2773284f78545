import { describe, expect, it } from 'vitest';
import { cameFrom, signInAddress } from '../../src/session/cameFrom';

const of = (address: string) => cameFrom(new URLSearchParams(address.split('?')[1] ?? ''));

describe('signing in', () => {
  it.each([
    ['/units/01', ''],
    ['/units/VN/history', 'indicator=committee&asOf=2017-02-20'],
    ['/upload', ''],
  ])('leads back to %s?%s', (path, search) => {
    expect(of(signInAddress(path, search))).toBe(search === '' ? path : `${path}?${search}`);
  });

  it.each([
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/sign-in',
    '',
  ])('never leads to %s', (from) => {
    expect(of(`/sign-in?from=${encodeURIComponent(from)}`)).toBeUndefined();
  });
});
