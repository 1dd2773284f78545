import { t } from '../text/text';
import { DateField } from '../time/DateField';
import { firstDay } from '../time/firstDay';
import { type Period, presetPeriod, presets } from './period';

/** Chooses a range of days, none after `today`. */
export function PeriodChooser(props: { period: Period; today: string; choose: (period: Period) => void }) {
  const { period, today, choose } = props;
  return (
    <div class="table-tools">
      <DateField
        label={t('silent.from')}
        isRequired
        min={firstDay}
        max={period.to}
        value={period.from}
        choose={(from) => choose({ ...period, from })}
      />
      <DateField
        label={t('silent.to')}
        isRequired
        min={period.from}
        max={today}
        value={period.to}
        choose={(to) => choose({ ...period, to })}
      />
      {presets.map((preset) => {
        const offered = presetPeriod(preset, today);
        return (
          <button
            key={preset}
            type="button"
            aria-pressed={offered.from === period.from && offered.to === period.to}
            onClick={() => choose(offered)}
          >
            {t(`silent.${preset}`)}
          </button>
        );
      })}
    </div>
  );
}
