import type { Page, Unit } from '../api/contract';
import { call } from '../api/http';
import { useAnswer } from '../figures/useAnswer';
import { session } from '../session/session';

/** The nation, where whoever is here may read it; undefined where not, and until that is known. */
export function useNation(): Unit | undefined {
  const known = session.value;
  const { value } = useAnswer(known?.unit ? `${known.keyId}` : null, (signal) =>
    call<Page<Unit>>('/units', { level: 'nation' }, { signal }),
  );
  return value?.items[0];
}
