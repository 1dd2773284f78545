import './entry.css';
import { useCatalogue } from '../figures/useCatalogue';
import { useRollUp } from '../figures/useRollUp';
import { ProblemText } from '../parts/ProblemText';
import { useTitle } from '../parts/useTitle';
import { NeedsKey } from '../session/NeedsKey';
import { mayReport, session } from '../session/session';
import { t } from '../text/text';
import { Breadcrumb } from '../units/Breadcrumb';
import { Simulated } from '../units/Simulated';
import { UnitNav } from '../units/UnitNav';
import { UnitEntry } from './UnitEntry';

const live = { asOf: undefined, knownAt: undefined };

/** Where a unit types its own figures: form, review, and the receipt. */
export function EntryPage({ code }: { code: string }) {
  const catalogue = useCatalogue();
  const { value: rollUp, problem } = useRollUp(code, live);
  useTitle(t('views.entry'), rollUp?.name);
  const keyId = mayReport() ? session.value?.keyId : undefined;
  return (
    <>
      {rollUp !== undefined && <Breadcrumb unit={rollUp} dates={live} />}
      <h1>{t('entry.title', { unit: rollUp?.name ?? code })}</h1>
      {rollUp !== undefined && <Simulated when={rollUp.simulated} />}
      <UnitNav code={code} />
      <ProblemText problem={problem} />
      {keyId == null && <NeedsKey />}
      {keyId != null && rollUp !== undefined && catalogue !== undefined && (
        <UnitEntry key={`${keyId} ${code}`} {...{ keyId, rollUp, catalogue }} />
      )}
    </>
  );
}
