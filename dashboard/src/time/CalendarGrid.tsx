import { useLayoutEffect, useRef } from 'preact/hooks';
import { today } from '../format/format';
import { weekdayNames, wholeDay } from './dayNames';
import { within } from './days';
import { dayAfterKey, monthGrid } from './monthGrid';

/** The days of a month. Keys move from day to day; one of them is where the tab key stops. */
export function CalendarGrid(props: {
  titleId: string;
  at: string;
  chosen: string;
  min: string;
  max: string;
  move: (isoDay: string) => void;
  choose: (isoDay: string) => void;
}) {
  const { titleId, at, chosen, min, max, move, choose } = props;
  const stop = useRef<HTMLTableCellElement>(null);
  const takesFocus = useRef(false);
  useLayoutEffect(() => {
    if (takesFocus.current) stop.current?.focus();
    takesFocus.current = false;
  }, [at]);
  const press = (event: KeyboardEvent) => {
    const there = dayAfterKey(at, event.key, event.shiftKey);
    if (there === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (there === undefined) return choose(at);
    takesFocus.current = within(there, min, max) !== at;
    move(there);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: keys move in it as in a grid.
    <table role="grid" aria-labelledby={titleId}>
      <thead>
        <tr>
          {weekdayNames().map(({ short, full }) => (
            <th key={full} scope="col" abbr={full}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthGrid(at).map((week) => (
          <tr key={week.find((isoDay) => isoDay !== null)}>
            {week.map((isoDay, weekday) =>
              isoDay === null ? (
                <td key={weekday} />
              ) : (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell.
                <td
                  key={isoDay}
                  ref={isoDay === at ? stop : null}
                  tabindex={isoDay === at ? 0 : -1}
                  aria-label={wholeDay(isoDay)}
                  aria-selected={isoDay === chosen}
                  aria-current={isoDay === today() ? 'date' : undefined}
                  aria-disabled={isoDay !== within(isoDay, min, max)}
                  onClick={() => isoDay === within(isoDay, min, max) && choose(isoDay)}
                  onKeyDown={press}
                >
                  {Number(isoDay.slice(8))}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
