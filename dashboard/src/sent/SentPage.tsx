import './sent.css';
import { UnitFrame } from '../units/UnitFrame';
import { SentList } from './SentList';

/** What was sent for a unit: what of it stands, and what became of the rest. */
export function SentPage({ code }: { code: string }) {
  return <UnitFrame code={code}>{(view) => <SentList {...view} />}</UnitFrame>;
}
