import { useSignal } from '@preact/signals';
import { t } from '../text/text';
import { DateField } from './DateField';
import { firstDay } from './firstDay';
import { namedPeriods, type Period } from './period';

/** Chooses a range of days, none after `today`: by its name, or by its first and its last day. */
export function PeriodFields(props: { period: Period; today: string; choose: (period: Period) => void }) {
  const { period, today, choose } = props;
  const { from, to } = period;
  const named = namedPeriods(today);
  const chosen = useSignal('');
  // In January a month, a quarter and a year so far are the same days: the one that was asked for is shown.
  const same = named.filter((one) => one.from === from && one.to === to);
  const now = same.find((one) => one.name === chosen.value) ?? same[0];
  return (
    <>
      <label class="field">
        {t('period')}
        <select
          value={now?.name ?? ''}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
            const asked = named.find((one) => one.name === chosen.value);
            if (asked !== undefined) choose({ from: asked.from, to: asked.to });
          }}
        >
          {now === undefined && <option value="">{t('period.other')}</option>}
          {named.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <DateField
        label={t('period.from')}
        isRequired
        min={firstDay}
        max={to}
        value={from}
        choose={(day) => choose({ from: day, to })}
      />
      <DateField
        label={t('period.to')}
        isRequired
        min={from}
        max={today}
        value={to}
        choose={(day) => choose({ from, to: day })}
      />
    </>
  );
}
