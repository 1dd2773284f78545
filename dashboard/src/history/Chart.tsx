import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { useMedia } from '../parts/useMedia';
import { language } from '../settings/language';
import { theme } from '../settings/theme';
import { chartOptions, toSeconds } from './chartOptions';
import type { HistoryColumn } from './columns';

const proportion = 0.3;
const lowest = 240;
const highest = 800;

/**
 * Some lines of a history on one axis. Whoever does not see it has the table with the same figures.
 * @param drawn Given the canvas after each drawing.
 * @param point Told which day the pointer is at.
 */
export function Chart(props: {
  days: readonly string[];
  panel: readonly HistoryColumn[];
  label: string;
  drawn: (canvas: HTMLCanvasElement) => void;
  point: (index: number | null) => void;
}) {
  const { days, panel, label, drawn, point } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const names = panel.map((column) => column.name).join(' ');
  const newest = useRef(panel);
  newest.current = panel;

  useEffect(() => {
    const element = place.current as HTMLDivElement;
    const size = () => {
      const width = element.clientWidth;
      return { width, height: Math.round(Math.min(highest, Math.max(lowest, width * proportion))) };
    };
    const { width, height } = size();
    const own = new uPlot(
      chartOptions(() => newest.current, width, height, point),
      dataOf(days, panel),
      element,
    );
    chart.current = own;
    element.classList.toggle('dark', theme.value === 'dark' || (theme.value === 'auto' && isDark));
    drawn(own.ctx.canvas);
    const observer = new ResizeObserver(() => own.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      own.destroy();
    };
  }, [names, days.length, language.value, theme.value, isDark]);
  useEffect(() => chart.current?.setData(dataOf(days, panel)), [days, panel]);

  return <div ref={place} class="chart" role="img" aria-label={label} />;
}

function dataOf(days: readonly string[], panel: readonly HistoryColumn[]): uPlot.AlignedData {
  return [toSeconds(days), ...panel.map((column) => column.values)];
}
