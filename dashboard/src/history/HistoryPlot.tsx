import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { number } from '../format/format';
import { ProblemText } from '../parts/ProblemText';
import { download } from '../takeaway/download';
import { fileName } from '../takeaway/fileName';
import { toPicture } from '../takeaway/picture';
import type { Sheet } from '../takeaway/sheet';
import { t } from '../text/text';
import { Chart } from './Chart';
import { colourOf } from './colour';
import type { HistoryColumn } from './columns';
import { Legend } from './Legend';
import { looks } from './looks';
import { axisOf } from './panels';

/** One chart of a history with its legend, where its axis begins, and the way to take it away as a picture. */
export function HistoryPlot(props: {
  days: readonly string[];
  panel: readonly HistoryColumn[];
  head: Pick<Sheet, 'title' | 'asOf' | 'simulated'>;
  point: (index: number | null) => void;
}) {
  const { days, panel, head, point } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const problem = useSignal<unknown>(undefined);
  const [start] = axisOf(panel);
  const { title } = head;

  const savePicture = async () => {
    problem.value = undefined;
    const legend = panel.map(({ name, label }) => ({
      label,
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

  return (
    <figure class="history-plot">
      <Legend panel={panel} />
      <Chart
        {...{ days, panel, point }}
        label={t('history.chart', { title })}
        drawn={(drawn) => {
          canvas.current = drawn;
        }}
      />
      {start > 0 && (
        <p class="note">{t('history.axis', { start: `${number(start)}${panel[0]?.name === 'share' ? '%' : ''}` })}</p>
      )}
      <button type="button" onClick={() => void savePicture()}>
        {t('takeAway.png')}
      </button>
      <ProblemText problem={problem.value} />
    </figure>
  );
}
