import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { day } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { download } from '../takeaway/download';
import { fileName } from '../takeaway/fileName';
import { toPicture } from '../takeaway/picture';
import { TakeAway } from '../takeaway/TakeAway';
import { t } from '../text/text';
import type { UnitView } from '../units/UnitFrame';
import { asOfText } from '../units/UnitTitle';
import { Chart } from './Chart';
import { colourOf } from './colour';
import { historyColumns } from './columns';
import { Legend } from './Legend';
import type { Lines } from './lines';
import { lineLabel, looks } from './looks';
import { type Subject, subjectLabel } from './subject';

/** The chart of a history with its legend, what the pointer is at, and the ways to take it away. */
export function HistoryPlot({ view, subject, lines }: { view: UnitView; subject: Subject; lines: Lines }) {
  const { rollUp, catalogue, dates } = view;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pointed = useSignal<number | null>(null);
  const problem = useSignal<unknown>(undefined);
  const columns = historyColumns(lines, catalogue, subject);
  const title = t('history.title', { unit: rollUp.name, subject: subjectLabel(catalogue, subject) });
  const head = { title, asOf: asOfText(rollUp, dates), simulated: rollUp.simulated };

  const savePicture = async () => {
    problem.value = undefined;
    const legend = lines.lines.map(({ name }) => ({
      label: lineLabel(catalogue, subject, name),
      colour: colourOf(looks[name].colour),
      dash: looks[name].dash,
    }));
    try {
      const caption = { ...head, legend, ink: colourOf('--ink'), paper: colourOf('--card') };
      download(fileName(title, 'png'), await toPicture(canvas.current as HTMLCanvasElement, caption));
    } catch (error) {
      problem.value = error;
    }
  };

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
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">{title}</h2>
      <Chart
        {...{ lines }}
        label={t('history.chart', { title })}
        drawn={(drawn) => {
          canvas.current = drawn;
        }}
        point={(index) => {
          pointed.value = index;
        }}
      />
      <Legend {...{ lines, catalogue, subject }} />
      {isoDay !== undefined && (
        <p class="pointed">
          <strong>{day(isoDay)}</strong> {columns.map((column) => `${column.label}: ${column.text(at)}`).join(' · ')}
        </p>
      )}
      <TakeAway sheet={sheet}>
        <button type="button" onClick={() => void savePicture()}>
          {t('takeAway.png')}
        </button>
      </TakeAway>
      <ProblemText problem={problem.value} />
    </section>
  );
}
