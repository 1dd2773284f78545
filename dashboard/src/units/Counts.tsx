import type { Catalogue, RollUp } from '../api/contract';
import { number, percent } from '../format/format';
import { labelText, t } from '../text/text';
import { Figure } from './Figure';

/** What is counted, each safe figure over its denominator. */
export function Counts({ rollUp, catalogue }: { rollUp: RollUp; catalogue: Catalogue }) {
  const wholes = catalogue.indicators.filter((one) => one.type === 'count' && one.of === null);
  return (
    <section class="card" aria-labelledby="counts-title">
      <h2 id="counts-title">{t('counts')}</h2>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">{t('counts.what')}</th>
            <th scope="col">{t('counts.total')}</th>
            <th scope="col">{t('counts.safe')}</th>
            <th scope="col">{t('counts.share')}</th>
          </tr>
        </thead>
        <tbody>
          {wholes.map((whole) => {
            const total = rollUp.counts[whole.id]?.total ?? 0;
            const part = catalogue.indicators.find((one) => one.of === whole.id);
            const safe = part === undefined ? undefined : (rollUp.counts[part.id]?.total ?? 0);
            return (
              <tr key={whole.id}>
                <th scope="row">{labelText(whole.label)}</th>
                <td>
                  <Figure value={total}>{number(total)}</Figure>
                </td>
                <td>{safe !== undefined && <Figure value={safe}>{number(safe)}</Figure>}</td>
                <td>{safe !== undefined && percent(safe, total)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
