import type { Catalogue, RollUp } from '../api/contract';
import { useIsPhone } from '../parts/useMedia';
import { t } from '../text/text';
import { isLowest } from './below';
import { LevelBlocks } from './LevelBlocks';
import { LevelMatrix } from './LevelMatrix';
import { SelectionChooser } from './SelectionChooser';

/** What is complete at every level below a unit, and the choice of what the map and the tables show. */
export function Levels(props: { rollUp: RollUp; catalogue: Catalogue }) {
  const isPhone = useIsPhone();
  if (isLowest(props.rollUp)) return null;
  return (
    <section class="card" aria-labelledby="levels-title">
      <h2 id="levels-title">{t('levels')}</h2>
      {isPhone ? <LevelBlocks {...props} /> : <LevelMatrix {...props} />}
      <SelectionChooser {...props} />
    </section>
  );
}
