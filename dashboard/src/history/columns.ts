import type { Catalogue } from '../api/contract';
import { number, percent, shareOf } from '../format/format';
import type { SheetCell, SheetColumn } from '../takeaway/sheet';
import { t } from '../text/text';
import type { Line, Lines } from './lines';
import { lineLabel } from './looks';
import type { Subject } from './subject';

/** A column of a history's table: what it shows and what it takes away of the day at an index. */
export interface HistoryColumn {
  /** The line that it has, or the share of one in another. */
  name: Line['name'] | 'share';
  label: string;
  /** What a chart draws; a share in per cent. */
  values: number[];
  text: (index: number) => string;
  cell: (index: number) => SheetCell;
  format?: SheetColumn['format'];
}

/** The columns of a history: its lines, and the share where one is part of the other. */
export function historyColumns({ lines }: Lines, catalogue: Catalogue, subject: Subject): HistoryColumn[] {
  const columns: HistoryColumn[] = lines.map(({ name, values }) => ({
    name,
    label: lineLabel(catalogue, subject, name),
    values,
    text: (index) => number(values[index] ?? 0),
    cell: (index) => values[index] ?? null,
  }));
  const whole = lines.find((line) => line.name === 'total');
  const part = lines.find((line) => line.name === 'complete' || line.name === 'safe');
  if (whole === undefined || part === undefined) return columns;
  const of = (index: number) => [part.values[index] ?? 0, whole.values[index] ?? 0] as const;
  return [
    ...columns,
    {
      name: 'share',
      label: t('counts.share'),
      values: part.values.map((_, index) => Math.round((shareOf(...of(index)) ?? 0) * 1000) / 10),
      text: (index) => percent(...of(index)),
      cell: (index) => shareOf(...of(index)),
      format: 'share',
    },
  ];
}
