import '../below/below.css';
import { isLive, useQuery } from '../figures/dates';
import { useAnswer } from '../figures/useAnswer';
import { day, today } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { t } from '../text/text';
import { PeriodFields } from '../time/PeriodFields';
import { UnitFrame, type UnitView } from '../units/UnitFrame';
import { periodOf } from './period';
import { ReportedLevels } from './ReportedLevels';
import { readReported } from './reported';
import { SilentList } from './SilentList';

/** Who has not reported in a range of days, and whose last report is oldest. */
export function SilentPage({ code }: { code: string }) {
  return <UnitFrame code={code}>{(view) => <Silent {...view} />}</UnitFrame>;
}

function Silent(view: UnitView) {
  const { rollUp, catalogue, dates } = view;
  const [values, set] = useQuery();
  const last = dates.asOf ?? today();
  const period = periodOf(values.get('from'), values.get('to'), last);
  const { value: levels, problem } = useAnswer(
    `${rollUp.code} ${period.from} ${period.to} ${dates.asOf} ${dates.knownAt}`,
    (signal) => readReported(rollUp, period, dates, signal),
    isLive(dates) ? rollUp.version : '',
  );
  const known = Object.keys(rollUp.reporting);
  const level = known.find((one) => one === values.get('level')) ?? known[0];
  if (level === undefined) return <p class="card">{t('silent.nobody')}</p>;
  const version = JSON.stringify(levels?.find((one) => one.level === level));
  return (
    <>
      <section class="card below" aria-labelledby="silent-title">
        <h2 id="silent-title">{t('silent.title', { from: day(period.from), to: day(period.to) })}</h2>
        <div class="table-tools">
          <PeriodFields period={period} today={last} choose={(chosen) => set({ ...chosen })} />
        </div>
        <ProblemText problem={problem} />
        {levels !== undefined && (
          <ReportedLevels {...{ catalogue, levels, level }} choose={(chosen) => set({ level: chosen })} />
        )}
      </section>
      {levels !== undefined && <SilentList {...view} {...{ period, level, version }} />}
    </>
  );
}
