import './models.css';
import { t } from '../text/text';
import { ModelFigureList } from '../units/ModelFigureList';
import { UnitFrame } from '../units/UnitFrame';
import { DeclaredBelow } from './DeclaredBelow';
import { KindTable } from './KindTable';
import { ModelList } from './ModelList';

/** A unit's models: how many, by which rule they are counted, of which kinds, and which. */
export function ModelsPage({ code }: { code: string }) {
  return (
    <UnitFrame code={code}>
      {(view) => (
        <>
          <section class="card" aria-labelledby="models-title">
            <h2 id="models-title">{t('models')}</h2>
            <ModelFigureList rollUp={view.rollUp} />
            <p class="note">{t('models.rule')}</p>
            <p class="note">{t('models.distinctNote')}</p>
          </section>
          <div class="side-by-side">
            <KindTable {...view} />
            <DeclaredBelow {...view} />
          </div>
          <ModelList {...view} />
        </>
      )}
    </UnitFrame>
  );
}
