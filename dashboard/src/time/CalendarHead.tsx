import { t } from '../text/text';
import { monthName } from './dayNames';
import { addMonths, monthOf, within } from './days';

const back = [
  { step: 'previousYear', months: -12, mark: '«' },
  { step: 'previousMonth', months: -1, mark: '‹' },
] as const;
const forth = [
  { step: 'nextMonth', months: 1, mark: '›' },
  { step: 'nextYear', months: 12, mark: '»' },
] as const;

/** The month that a calendar shows, and the buttons to others. */
export function CalendarHead(props: {
  titleId: string;
  at: string;
  min: string;
  max: string;
  move: (isoDay: string) => void;
}) {
  const { titleId, at, min, max, move } = props;
  const button = ({ step, months, mark }: (typeof back | typeof forth)[number]) => {
    const there = addMonths(at, months);
    return (
      <button
        key={step}
        type="button"
        aria-label={t(`time.calendar.${step}`)}
        // A button that is disabled under the focus would lose it.
        aria-disabled={monthOf(within(there, min, max)) === monthOf(at)}
        onClick={() => move(there)}
      >
        {mark}
      </button>
    );
  };
  return (
    <div class="calendar-head">
      {back.map(button)}
      <strong id={titleId} aria-live="polite">
        {monthName(at)}
      </strong>
      {forth.map(button)}
    </div>
  );
}
