import { useMemo, useState } from 'preact/hooks';
import type { Catalogue, LedgerRow, RollUp } from '../api/contract';
import { type Changes, changesOf } from './changes';
import { findingsOf } from './checks';
import { type Draft, type FieldName, isBlank, newDraft } from './draft';
import { draftOf, keepDraft } from './drafts';
import type { Findings } from './finding';
import { type StandingOn, standingOn } from './standing';

/** A unit's form: what is typed, what stands beside it, and what can be told of it. */
export interface Entry {
  catalogue: Catalogue;
  draft: Draft;
  standing: StandingOn;
  changes: Changes;
  findings: Findings;
  change: (changes: Partial<Draft>) => void;
  drop: () => void;
  /** States a figure, or with a blank text does not; `isSame`: although it is what stands. */
  state: (field: FieldName, text: string, isSame?: boolean) => void;
  /** Whether what stands is stated anew, of a field or of a model's name. */
  repeat: (name: string, isSame: boolean) => void;
}

/** What is typed for a unit with a key. */
export function useEntry(keyId: string, rollUp: RollUp, catalogue: Catalogue, rows: readonly LedgerRow[]): Entry {
  const { code, edition } = rollUp;
  const [blank, setBlank] = useState(() => newDraft(edition));
  const draft = draftOf(keyId, code).value ?? blank;
  const standing = useMemo(() => standingOn(rows, draft.effectiveOn), [rows, draft.effectiveOn]);
  const change = (changes: Partial<Draft>) => {
    const changed = { ...draft, ...changes };
    if (isBlank(changed)) setBlank(changed);
    keepDraft(keyId, code, changed);
  };
  const repeated = (name: string, isSame: boolean) => [
    ...draft.same.filter((one) => one !== name),
    ...(isSame ? [name] : []),
  ];
  return {
    catalogue,
    draft,
    standing,
    change,
    changes: changesOf(draft, standing),
    findings: findingsOf(draft, standing, catalogue, rollUp),
    drop: () => {
      setBlank(newDraft(edition));
      keepDraft(keyId, code, undefined);
    },
    state: (field, text, isSame = false) =>
      change({ figures: { ...draft.figures, [field]: text }, same: repeated(field, isSame) }),
    repeat: (name, isSame) => change({ same: repeated(name, isSame) }),
  };
}
