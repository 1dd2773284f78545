import { UnitFrame } from '../units/UnitFrame';
import { History } from './History';

/** How a unit's figures came about, day by day, month by month or year by year. */
export function HistoryPage({ code }: { code: string }) {
  return <UnitFrame code={code}>{(view) => <History {...view} />}</UnitFrame>;
}
