import type { ModelPage } from '../api/contract';
import { useAnswer } from '../figures/useAnswer';
import { number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { Scroll } from '../parts/Scroll';
import { labelText, t } from '../text/text';
import type { UnitView } from '../units/UnitFrame';
import { modelsVersion, readModels } from './readModels';

const figures = ['distinct', 'sites', 'groups'] as const;

/** Models by kind. A model may be of several kinds, so the kinds do not add up. */
export function KindTable({ rollUp, catalogue, dates }: UnitView) {
  const kinds = catalogue.modelKinds;
  const { value, problem } = useAnswer<ModelPage[]>(
    `${rollUp.code} ${dates.asOf} ${dates.knownAt}`,
    (signal) => Promise.all(kinds.map((kind) => readModels(rollUp.code, { kind, limit: 1 }, dates, signal))),
    modelsVersion(rollUp),
  );
  return (
    <section class="card" aria-labelledby="kinds-title">
      <h2 id="kinds-title">{t('models.byKind')}</h2>
      <ProblemText problem={problem} />
      <Scroll labelledBy="kinds-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('models.kind')}</th>
              {figures.map((name) => (
                <th key={name} scope="col">
                  {t(`models.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind, index) => (
              <tr key={kind}>
                <th scope="row">{labelText(catalogue.modelKindLabels[kind])}</th>
                {figures.map((name) => {
                  const figure = value?.[index]?.[name];
                  return <td key={name}>{figure === undefined ? '…' : number(figure)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{t('models.kindNote')}</p>
    </section>
  );
}
