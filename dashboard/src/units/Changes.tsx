import type { RollUp } from '../api/contract';
import { change } from '../format/format';
import { t } from '../text/text';
import type { Since } from './useEarlier';

const all: Since[] = ['yesterday', 'month', 'year'];

/** What a figure has changed by since yesterday, since the month began and since the year began. */
export function Changes(props: {
  now: number;
  earlier: Record<Since, RollUp> | undefined;
  of: (rollUp: RollUp) => number;
}) {
  const { now, earlier, of } = props;
  return (
    <dl class="changes">
      {all.map((since) => (
        <div key={since}>
          <dt>{t(`since.${since}`)}</dt>
          <dd>{earlier === undefined ? '…' : change(now - of(earlier[since]))}</dd>
        </div>
      ))}
    </dl>
  );
}
