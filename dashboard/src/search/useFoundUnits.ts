import { useRef } from 'preact/hooks';
import type { Page, Unit } from '../api/contract';
import { call } from '../api/http';
import { useAnswer } from '../figures/useAnswer';
import { useSettled } from '../parts/useSettled';

/** The most units that are offered. */
export const most = 20;

// Long enough for the next letter of somebody who types, too short to be noticed.
const pause = 200;

/** The units that a text has found, from the highest level down. */
export interface Found {
  /** Undefined until there are any; while its writer goes on, those of the text before. */
  page: Page<Unit> | undefined;
  /** Whether they are those of the text as it stands. */
  isCurrent: boolean;
  problem: unknown;
}

/** Asks for the units whose name holds a text, without regard to accents; a question that is overtaken is given up. */
export function useFoundUnits(text: string): Found {
  const sought = text.trim();
  const asked = useSettled(sought, pause);
  const { value, problem } = useAnswer(asked === '' ? null : asked, (signal) =>
    call<Page<Unit>>('/units', { q: asked, limit: most }, { signal }),
  );
  const last = useRef<Page<Unit>>();
  last.current = asked === '' ? undefined : (value ?? last.current);
  return { page: last.current, isCurrent: asked === sought && value !== undefined, problem };
}
