import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sending } from '../../src/entry/sending';
import { entriesOf, storageOf } from './storage';

const report = { unit: '00001', idempotencyKey: 'entry-1', effectiveOn: '2024-01-05', counts: { agencies: 1 } };
const sending: Sending = {
  keyId: 'key-1',
  unit: '00001',
  id: 'entry-1',
  since: '2024-01-05T00:00:00Z',
  batch: { edition: '2023', reports: [report] },
};
const receipt = { edition: '2023', accepted: 1, duplicates: 0, results: [{ unit: '00001', sequence: 1, outcome: '' }] };
const problem = (status: number, type = 'urn:aggregation:problem:invalid') =>
  new Response(JSON.stringify({ type, status, title: '' }), { status });
const recorded = () => new Response(JSON.stringify(receipt));

const kept: Record<string, string> = {};
let answers: (() => Response)[];
let bodies: string[];

/** The page as it is after it was opened anew. */
async function open() {
  vi.resetModules();
  return import('../../src/entry/sender');
}

describe('a batch that was confirmed', () => {
  beforeEach(() => {
    for (const name of Object.keys(kept)) delete kept[name];
    bodies = [];
    vi.useFakeTimers();
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('localStorage', storageOf(kept));
    vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
      if (!address.endsWith('/reports')) return problem(401);
      // Whatever is sent was kept before.
      expect(entriesOf(kept)).toEqual(['entry.sending key-1 00001']);
      bodies.push(String(init.body));
      return (answers.shift() ?? recorded)();
    });
  });
  afterEach(() => vi.useRealTimers());

  const lost = () => {
    throw new TypeError('Failed to fetch');
  };

  it.each([
    ['a broken line', lost],
    ['a silo that cannot record', () => problem(503)],
    ['a failure of the silo', () => problem(500)],
    ['a gateway that refuses by itself', () => new Response('<html>', { status: 403 })],
    ['a network that asks for a sign-in of its own', () => new Response('<html>')],
    ['an answer to something else', () => new Response('{"items":[]}')],
  ])('is sent until it is answered, the same each time, over %s', async (_, answer) => {
    answers = [answer, answer, recorded];
    const { send, sendStateOf } = await open();
    const sent = send(sending);
    await vi.runAllTimersAsync();
    await sent;
    expect(new Set(bodies)).toEqual(new Set([JSON.stringify(sending.batch)]));
    expect(bodies).toHaveLength(3);
    expect(sendStateOf('key-1', '00001').value).toMatchObject({ state: 'recorded', receipt });
    expect(entriesOf(kept)).toEqual([]);
  });

  it('goes on, the same, when the page is opened again with the same key', async () => {
    answers = [lost];
    void (await open()).send(sending);
    await vi.advanceTimersByTimeAsync(0);
    const { resume, sendStateOf } = await open();
    resume('key-2');
    expect(bodies).toHaveLength(1);
    resume('key-1');
    await vi.advanceTimersByTimeAsync(0);
    expect(sendStateOf('key-1', '00001').value).toMatchObject({ state: 'recorded' });
    expect(bodies[1]).toBe(bodies[0]);
  });

  it('goes at once when the line is back', async () => {
    answers = [lost];
    void (await open()).send(sending);
    await vi.advanceTimersByTimeAsync(0);
    expect(bodies).toHaveLength(1);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(bodies).toHaveLength(2);
  });

  it.each([400, 403, 409, 413, 422])('is no more once the silo has refused it with %i', async (status) => {
    answers = [() => problem(status)];
    const { send, sendStateOf } = await open();
    await send(sending);
    expect(sendStateOf('key-1', '00001').value).toMatchObject({ state: 'refused' });
    expect(entriesOf(kept)).toEqual([]);
  });

  it('waits for its key when the session has ended', async () => {
    answers = [() => problem(401)];
    const { send, resume, sendStateOf } = await open();
    await send(sending);
    expect(sendStateOf('key-1', '00001').value).toMatchObject({ state: 'held' });
    expect(entriesOf(kept)).toHaveLength(1);
    resume('key-1');
    await vi.advanceTimersByTimeAsync(0);
    expect(sendStateOf('key-1', '00001').value).toMatchObject({ state: 'recorded' });
  });

  it('is sent by one loop, however often the page is told to', async () => {
    answers = [];
    const { send, resume } = await open();
    const sent = send(sending);
    resume('key-1');
    resume('key-1');
    await sent;
    expect(bodies).toHaveLength(1);
  });
});
