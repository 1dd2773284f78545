import type { Catalogue, Indicator, LedgerRow } from '../../src/api/contract';
import type { Draft } from '../../src/entry/draft';
import { type StandingOn, standingOn } from '../../src/entry/standing';

const label = { vi: '', en: '' };
const levels = ['province', 'commune'];

function indicator(id: string, more: Partial<Indicator>): Indicator {
  return { id, type: 'count', levels, states: [], complete: null, of: null, label, stateLabels: {}, ...more };
}

/** A catalogue with a status, a whole, its part, and every rule. */
export const catalogue: Catalogue = {
  edition: '2023',
  simulated: true,
  levels,
  levelLabels: {},
  indicators: [
    indicator('committee', { type: 'status', states: ['not-started', 'consolidated'], complete: 'consolidated' }),
    indicator('agencies', {}),
    indicator('safe-agencies', { of: 'agencies' }),
    indicator('provincial', { levels: ['province'] }),
  ],
  rules: [
    { indicator: 'agencies', code: 'jump', severity: 'warning', times: 10, from: 5, most: null },
    { indicator: 'agencies', code: 'same-as-below', severity: 'error', times: null, from: 20, most: null },
    {
      indicator: 'agencies',
      code: 'ceiling',
      severity: 'warning',
      times: null,
      from: null,
      most: { commune: 90 },
    },
    { indicator: 'committee', code: 'reversal', severity: 'warning', times: null, from: null, most: null },
  ],
  modelKinds: ['other'],
  modelKindLabels: {},
};

/** A draft that says nothing but this. */
export function draftOf(more: Partial<Draft>): Draft {
  return {
    id: 'entry-1',
    since: '2024-01-05T00:00:00Z',
    edition: '2023',
    effectiveOn: '2024-01-05',
    note: '',
    figures: {},
    same: [],
    models: [],
    ...more,
  };
}

/** What stands after one report. */
export function standingAfter(more: Partial<LedgerRow>): StandingOn {
  const row: LedgerRow = {
    sequence: 1,
    effectiveOn: '2024-01-01',
    recordedAt: '2024-01-02T00:00:00Z',
    reporter: 'key-1',
    idempotencyKey: '1',
    counts: {},
    models: [],
    statuses: {},
    declared: {},
    note: null,
    withdraws: null,
    withdrawnBy: null,
    ...more,
  };
  return standingOn([row], '2024-01-05');
}
