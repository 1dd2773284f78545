import { describe, expect, it } from 'vitest';
import { cameFrom, signInAddress } from '../../src/session/cameFrom';

const origin = 'https://here.example';
const of = (address: string) => cameFrom(new URL(address, origin).search, origin);

describe('signing in', () => {
  it.each([
    '/units/01',
    '/units/VN/history?indicator=committee&asOf=2017-02-20',
    '/units/VN/models?q=a%26b&knownAt=2026-01-01T00%3A00%3A00%2B07%3A00',
    '/upload',
  ])('leads back to %s', (here) => {
    expect(of(signInAddress(here))).toBe(here);
  });

  it('keeps where one came from while asking again', () => {
    expect(signInAddress('/sign-in?from=%2Funits%2F01')).toBe('/sign-in?from=%2Funits%2F01');
  });

  it.each([
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/\t//elsewhere.example/',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/sign-in',
    '',
  ])('never leads to %j', (from) => {
    expect(of(`/sign-in?from=${encodeURIComponent(from)}`)).toBeUndefined();
  });
});
