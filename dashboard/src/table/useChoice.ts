import { useMemo } from 'preact/hooks';
import { useQuery } from '../figures/dates';
import { type Choice, choiceQuery, type FirstChoice, ownPart, readChoice } from './choice';

/**
 * What has been chosen in a table, and a function that changes some of it. It is in the page's address: a link shows
 * the same, and Back comes back to it.
 * @param table The name of the table, which no other one of the page has.
 */
export function useChoice(table: string, first: FirstChoice): [Choice, (change: Partial<Choice>) => void] {
  const [values, set] = useQuery();
  const own = ownPart(values, table);
  const choice = useMemo(() => readChoice(own, first), [own]);
  return [choice, (change) => set(choiceQuery(table, change, first))];
}
