import { UnitFrame } from '../units/UnitFrame';
import { Compare } from './Compare';
import { CompareForm } from './CompareForm';

/** A unit at two dates side by side: a preliminary review against the year before. */
export function ComparePage({ code }: { code: string }) {
  return (
    <UnitFrame code={code} dateBar={<CompareForm />}>
      {(view) => <Compare {...view} />}
    </UnitFrame>
  );
}
