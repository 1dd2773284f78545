import type { Catalogue, Level, RollUp } from '../api/contract';
import { useQuery } from '../figures/dates';
import { number } from '../format/format';
import { labelText, t } from '../text/text';

// A longer list is opened from one of the units between.
const longest = 1000;

/** The level that the page's address asks for in the table; undefined: the units directly below. */
export function useListedLevel(rollUp: RollUp): Level | undefined {
  const [values] = useQuery();
  return listable(rollUp)
    .slice(1)
    .find((level) => level === values.get('list'));
}

/** Chooses the level of the units in the table; nothing where there is no choice. */
export function LevelChooser({ rollUp, catalogue }: { rollUp: RollUp; catalogue: Catalogue }) {
  const [, set] = useQuery();
  const listed = useListedLevel(rollUp);
  const levels = listable(rollUp);
  if (levels.length < 2) return null;
  return (
    <label class="field">
      {t('below.level')}
      <select value={listed ?? levels[0]} onChange={(event) => set({ list: event.currentTarget.value })}>
        {levels.map((level) => (
          <option key={level} value={level}>
            {labelText(catalogue.levelLabels[level])} ({number(rollUp.reporting[level]?.total ?? 0)})
          </option>
        ))}
      </select>
    </label>
  );
}

function listable(rollUp: RollUp): Level[] {
  return Object.entries(rollUp.reporting)
    .filter(([, { total }], index) => index === 0 || total <= longest)
    .map(([level]) => level);
}
