import type { Catalogue, RollUp } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number } from '../format/format';
import type { Column } from '../table/column';
import { Figure } from '../units/Figure';
import { rankOf, readerOf } from '../units/reader';
import { type Reading, reportedAmount } from '../units/reading';
import { selectionName } from '../units/selectionText';
import { stateLabel, toneOf } from '../units/states';
import type { Selection } from '../units/useSelection';
import { amountColumn } from './amountColumn';
import { PartText, partColumn } from './partColumn';

type State = Extract<Reading, { kind: 'state' }>;

/**
 * The column of what is selected.
 * @param kind What the units listed have to show: their own state, a share of those below them, or an amount.
 */
export function readingColumn(catalogue: Catalogue, selection: Selection, kind: Reading['kind']): Column<RollUp> {
  const read = readerOf(catalogue, selection);
  const column = { id: 'reading', header: selectionName(catalogue, selection) };
  if (kind === 'share') return shareColumn(column.id, column.header, read);
  if (kind === 'amount') {
    const amountOf = (unit: RollUp) => reportedAmount(unit, rankOf(catalogue, selection, read(unit)) ?? 0);
    return { id: column.id, ...amountColumn(column.header, amountOf, true) };
  }
  const stateOf = (unit: RollUp) => (read(unit) as State | undefined)?.state;
  const complete = findIndicator(catalogue, selection.indicator)?.complete ?? '';
  const completeOf = (units: readonly RollUp[]) =>
    `${number(units.filter((unit) => stateOf(unit) === complete).length)}/${number(units.length)}`;
  return {
    ...column,
    value: (unit) => rankOf(catalogue, selection, read(unit)),
    cell: (unit) => <StateText {...{ catalogue }} indicator={selection.indicator} state={stateOf(unit)} />,
    subtotal: completeOf,
    sheet: [
      {
        header: column.header,
        value: (unit) => stateLabel(catalogue, selection.indicator, stateOf(unit) ?? null),
        // Figures alone (3/10) a spreadsheet takes for a day.
        total: (units) => `${stateLabel(catalogue, selection.indicator, complete)}: ${completeOf(units)}`,
      },
    ],
    isText: true,
  };
}

function shareColumn(id: string, header: string, read: (unit: RollUp) => Reading | undefined): Column<RollUp> {
  const partOf = (unit: RollUp) => {
    const reading = read(unit);
    return reading?.kind === 'share' ? reading : undefined;
  };
  return {
    ...partColumn(id, header, partOf),
    cell: (unit) => (
      <Figure value={partOf(unit)?.part ?? 0}>
        <PartText of={partOf(unit)} />
      </Figure>
    ),
  };
}

function StateText(props: { catalogue: Catalogue; indicator: string; state: string | undefined }) {
  const { catalogue, indicator, state } = props;
  if (state === undefined) return <>–</>;
  return (
    <Figure value={state}>
      <span class={`swatch tone ${toneOf(catalogue, indicator, state)}`} aria-hidden="true" />
      {stateLabel(catalogue, indicator, state)}
    </Figure>
  );
}
