import { t } from '../text/text';
import { type Period, presetPeriod, presets } from './period';

/** Chooses a range of days, none after `today`. */
export function PeriodChooser(props: { period: Period; today: string; choose: (period: Period) => void }) {
  const { period, today, choose } = props;
  return (
    <div class="table-tools">
      <label class="field">
        {t('silent.from')}
        <input
          type="date"
          required
          min="2000-01-01"
          max={period.to}
          value={period.from}
          onChange={(event) => event.currentTarget.value && choose({ ...period, from: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        {t('silent.to')}
        <input
          type="date"
          required
          min={period.from}
          max={today}
          value={period.to}
          onChange={(event) => event.currentTarget.value && choose({ ...period, to: event.currentTarget.value })}
        />
      </label>
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
