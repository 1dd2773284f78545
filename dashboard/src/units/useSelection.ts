import type { Level, RollUp } from '../api/contract';
import { useQuery } from '../figures/dates';

/**
 * What the map, the table and the list of outstanding units show: a status indicator or `reporting` at a level; a
 * count or `models`, which have no level ('').
 */
export interface Selection {
  indicator: string;
  level: Level;
}

/** What the page's address selects, or else the first headline; and a function that selects something else. */
export function useSelection(rollUp: RollUp): [Selection | undefined, (selection: Selection) => void] {
  const [values, set] = useQuery();
  const select = (selection: Selection) => set({ indicator: selection.indicator, level: selection.level });
  return [selected(rollUp, values.get('indicator'), values.get('level')), select];
}

/** The selection that an indicator and a level name in a unit; the nearest one where they name none. */
export function selected(rollUp: RollUp, indicator: string | null, level: string | null): Selection | undefined {
  if (indicator === 'models' || (indicator !== null && indicator in rollUp.counts)) return { indicator, level: '' };
  if (indicator === 'reporting') {
    const levels = Object.keys(rollUp.reporting);
    const known = levels.find((one) => one === level) ?? levels.at(-1);
    if (known !== undefined) return { indicator, level: known };
  }
  const headline =
    rollUp.headlines.find((one) => one.indicator === indicator && one.level === level) ??
    rollUp.headlines.find((one) => one.indicator === indicator) ??
    rollUp.headlines[0];
  return headline && { indicator: headline.indicator, level: headline.level };
}
