import type { Catalogue } from '../api/contract';
import type { FigureDates } from '../figures/dates';
import { useQuery } from '../figures/dates';
import { today } from '../format/format';
import { labelText, t } from '../text/text';
import { PeriodFields } from '../time/PeriodFields';
import { type HistoryRange, steps } from './range';
import { type Subject, subjectLabel } from './subject';
import { chosenStep } from './useHistoryRange';

/** Chooses what a history is of, its days and its step. */
export function HistoryForm(props: {
  catalogue: Catalogue;
  subjects: readonly Subject[];
  subject: Subject;
  range: HistoryRange;
  dates: FigureDates;
}) {
  const { catalogue, subjects, subject, range, dates } = props;
  const [values, setQuery] = useQuery();
  const groups = [...new Set(subjects.map((one) => one.level))];
  return (
    <form class="history-form" onSubmit={(event) => event.preventDefault()}>
      <label class="field">
        {t('indicator')}
        <select
          value={subjects.indexOf(subject)}
          onChange={(event) => {
            const chosen = subjects[Number(event.currentTarget.value)];
            setQuery({ indicator: chosen?.indicator, level: chosen?.level ?? undefined });
          }}
        >
          {groups.map((level) => (
            <optgroup
              key={level}
              label={level === null ? t('history.counts') : labelText(catalogue.levelLabels[level])}
            >
              {subjects.map(
                (one, index) =>
                  one.level === level && (
                    <option key={`${one.indicator} ${level}`} value={index}>
                      {subjectLabel(catalogue, { ...one, level: null })}
                    </option>
                  ),
              )}
            </optgroup>
          ))}
        </select>
      </label>
      <PeriodFields period={range} today={dates.asOf ?? today()} choose={(chosen) => setQuery({ ...chosen })} />
      <label class="field">
        {t('history.step')}
        <select
          value={chosenStep(values.get('step')) ?? ''}
          onChange={(event) => setQuery({ step: event.currentTarget.value })}
        >
          <option value="">{t('history.step.auto', { step: t(`history.step.${range.step}`) })}</option>
          {steps.map((step) => (
            <option key={step} value={step}>
              {t(`history.step.${step}`)}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}
