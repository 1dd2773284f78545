import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { useMedia } from '../parts/useMedia';
import { language } from '../settings/language';
import { theme } from '../settings/theme';
import { chartOptions, toSeconds } from './chartOptions';
import type { Lines } from './lines';

const proportion = 0.42;
const lowest = 260;
const highest = 1100;

/**
 * The lines of a history. Whoever does not see it has the table with the same figures.
 * @param drawn Given the canvas after each drawing.
 * @param point Told which day the pointer is at.
 */
export function Chart(props: {
  lines: Lines;
  label: string;
  drawn: (canvas: HTMLCanvasElement) => void;
  point: (index: number | null) => void;
}) {
  const { lines, label, drawn, point } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const names = lines.lines.map((line) => line.name).join(' ');

  useEffect(() => {
    const element = place.current as HTMLDivElement;
    const size = () => {
      const width = element.clientWidth;
      return { width, height: Math.round(Math.min(highest, Math.max(lowest, width * proportion))) };
    };
    const { width, height } = size();
    const own = new uPlot(chartOptions(lines, width, height, point), dataOf(lines), element);
    chart.current = own;
    drawn(own.ctx.canvas);
    const observer = new ResizeObserver(() => own.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      own.destroy();
    };
  }, [names, lines.days.length, language.value, theme.value, isDark]);
  useEffect(() => chart.current?.setData(dataOf(lines)), [lines]);

  return <div ref={place} class="chart" role="img" aria-label={label} />;
}

function dataOf(lines: Lines): uPlot.AlignedData {
  return [toSeconds(lines.days), ...lines.lines.map((line) => line.values)];
}
