import type { Catalogue, Level } from '../api/contract';
import { number, percent } from '../format/format';
import { Scroll } from '../parts/Scroll';
import { labelText, t } from '../text/text';
import { Figure } from '../units/Figure';
import type { Reported } from './reported';

/** How many units of each level have reported; a level's button lists those of it that have not. */
export function ReportedLevels(props: {
  catalogue: Catalogue;
  levels: readonly Reported[];
  level: Level;
  choose: (level: Level) => void;
}) {
  return (
    <Scroll labelledBy="silent-title">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('silent.level')}</th>
            <th scope="col">{t('reporting')}</th>
            <th scope="col">{t('counts.share')}</th>
            <th scope="col">{t('silent.unreported')}</th>
          </tr>
        </thead>
        <tbody>
          {props.levels.map(({ level, reported, total }) => (
            <tr key={level}>
              <th scope="row">
                <button
                  type="button"
                  class="cell"
                  aria-pressed={level === props.level}
                  onClick={() => props.choose(level)}
                >
                  {labelText(props.catalogue.levelLabels[level])}
                </button>
              </th>
              <td>
                <Figure value={reported}>
                  {number(reported)}/{number(total)}
                </Figure>
              </td>
              <td>{percent(reported, total)}</td>
              <td>{number(total - reported)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
