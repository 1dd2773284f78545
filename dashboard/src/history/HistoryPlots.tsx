import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { day } from '../format/format';
import { language } from '../settings/language';
import { TakeAway } from '../takeaway/TakeAway';
import { t } from '../text/text';
import type { UnitView } from '../units/UnitFrame';
import { asOfText } from '../units/UnitTitle';
import { historyColumns } from './columns';
import { HistoryPlot } from './HistoryPlot';
import type { Lines } from './lines';
import { panelsOf } from './panels';
import { type Subject, subjectLabel } from './subject';

/** The charts of a history, what the pointer is at, and its figures to take away; words where there is nothing to draw. */
export function HistoryPlots({ view, subject, lines }: { view: UnitView; subject: Subject; lines: Lines }) {
  const { rollUp, catalogue, dates } = view;
  const pointed = useSignal<number | null>(null);
  const { indicator, level } = subject;
  const columns = useMemo(
    () => historyColumns(lines, catalogue, { indicator, level }),
    [lines, catalogue, indicator, level, language.value],
  );
  const panels = useMemo(() => panelsOf(columns), [columns]);
  const title = t('history.title', { unit: rollUp.name, subject: subjectLabel(catalogue, subject) });
  const head = { title, asOf: asOfText(rollUp, dates), simulated: rollUp.simulated };
  const sheet = () => ({
    ...head,
    name: subjectLabel(catalogue, subject),
    columns: [
      { header: t('history.day'), format: 'day' as const },
      ...columns.map(({ label, format }) => ({ header: label, ...(format && { format }) })),
    ],
    rows: lines.days.map((isoDay, index) => [isoDay, ...columns.map((column) => column.cell(index))]),
  });
  const at = pointed.value ?? lines.days.length - 1;
  const isoDay = lines.days[at];
  const isNothing = columns.every((column) => column.values.every((value) => value === 0));
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">{title}</h2>
      {isNothing ? (
        <p>{t('history.nothing')}</p>
      ) : (
        panels.map((panel) => (
          <HistoryPlot
            key={panel[0]?.name}
            panel={panel}
            head={panels.length === 1 ? head : { ...head, title: `${title} – ${panel[0]?.label}` }}
            days={lines.days}
            point={(index) => {
              pointed.value = index;
            }}
          />
        ))
      )}
      {isoDay !== undefined && (
        <p class="pointed">
          <strong>{day(isoDay)}</strong> {columns.map((column) => `${column.label}: ${column.text(at)}`).join(' · ')}
        </p>
      )}
      <TakeAway sheet={sheet} />
    </section>
  );
}
