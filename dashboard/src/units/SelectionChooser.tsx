import type { Catalogue, RollUp } from '../api/contract';
import { t } from '../text/text';
import { indicatorName, selectionName } from './selectionText';
import { type Selection, useSelection } from './useSelection';

/** Chooses what the map and the table show of the units below a unit. */
export function SelectionChooser({ rollUp, catalogue }: { rollUp: RollUp; catalogue: Catalogue }) {
  const [now, select] = useSelection(rollUp);
  if (now === undefined) return null;
  const statuses = [...new Set(rollUp.headlines.map((headline) => headline.indicator))];
  const lowerLevels = Object.keys(rollUp.reporting).slice(1);
  const counts = catalogue.indicators.filter((indicator) => indicator.type === 'count');
  const option = ({ indicator, level }: Selection, text: string) => (
    <option key={`${indicator} ${level}`} value={`${indicator} ${level}`}>
      {text}
    </option>
  );
  const levelOption = (selection: Selection) => option(selection, selectionName(catalogue, selection));
  return (
    <label class="field">
      {t('select.indicator')}
      <select
        value={`${now.indicator} ${now.level}`}
        onChange={(event) => {
          const [indicator = '', level = ''] = event.currentTarget.value.split(' ');
          select({ indicator, level });
        }}
      >
        {statuses.map((indicator) => (
          <optgroup key={indicator} label={indicatorName(catalogue, indicator)}>
            {rollUp.headlines.filter((headline) => headline.indicator === indicator).map(levelOption)}
          </optgroup>
        ))}
        {lowerLevels.length > 0 && (
          <optgroup label={t('reporting')}>
            {lowerLevels.map((level) => levelOption({ indicator: 'reporting', level }))}
          </optgroup>
        )}
        <optgroup label={t('counts')}>
          {counts.map((indicator) =>
            option({ indicator: indicator.id, level: '' }, indicatorName(catalogue, indicator.id)),
          )}
        </optgroup>
        <optgroup label={t('models')}>{option({ indicator: 'models', level: '' }, t('models.sites'))}</optgroup>
      </select>
    </label>
  );
}
