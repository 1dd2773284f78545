import type { Headline, Level, RollUp } from '../api/contract';
import { useQuery } from '../figures/dates';

/** The status indicator and level that the map, the table and the list of outstanding units show. */
export interface Selection {
  indicator: string;
  level: Level;
}

/** What the page's address selects, or else the first headline; and a function that selects something else. */
export function useSelection(rollUp: RollUp): [Selection | undefined, (selection: Selection) => void] {
  const [values, set] = useQuery();
  const indicator = values.get('indicator');
  const level = values.get('level');
  const selected: Headline | undefined =
    rollUp.headlines.find((headline) => headline.indicator === indicator && headline.level === level) ??
    rollUp.headlines.find((headline) => headline.indicator === indicator) ??
    rollUp.headlines[0];
  const select = (selection: Selection) => set({ indicator: selection.indicator, level: selection.level });
  return [selected && { indicator: selected.indicator, level: selected.level }, select];
}
