import type { Catalogue } from '../api/contract';
import { number, percent, shareOf } from '../format/format';
import type { SheetCell, SheetColumn } from '../takeaway/sheet';
import { t } from '../text/text';
import type { Lines } from './lines';
import { lineLabel } from './looks';
import type { Subject } from './subject';

/** A column of a history's table: what it shows and what it takes away of the day at an index. */
export interface HistoryColumn {
  label: string;
  text: (index: number) => string;
  cell: (index: number) => SheetCell;
  format?: SheetColumn['format'];
}

/** The columns of a history: its lines, and the share where one is part of the other. */
export function historyColumns({ lines }: Lines, catalogue: Catalogue, subject: Subject): HistoryColumn[] {
  const columns = lines.map(({ name, values }) => ({
    label: lineLabel(catalogue, subject, name),
    text: (index: number) => number(values[index] ?? 0),
    cell: (index: number) => values[index] ?? null,
  }));
  const whole = lines.find((line) => line.name === 'total');
  const part = lines.find((line) => line.name === 'complete' || line.name === 'safe');
  if (whole === undefined || part === undefined) return columns;
  const of = (index: number) => [part.values[index] ?? 0, whole.values[index] ?? 0] as const;
  return [
    ...columns,
    {
      label: t('counts.share'),
      text: (index) => percent(...of(index)),
      cell: (index) => shareOf(...of(index)),
      format: 'share',
    },
  ];
}
