import type uPlot from 'uplot';
import { day, number, percentBound } from '../format/format';
import { rootSize } from '../styles/rootSize';
import { colourOf } from './colour';
import type { HistoryColumn } from './columns';
import { drawLabels } from './drawLabels';
import { looks } from './looks';
import { axisOf } from './panels';

const month = 28 * 86_400;
const year = 360 * 86_400;
const mostDots = 70;

/** Days as uPlot has them, in seconds. */
export function toSeconds(days: readonly string[]): number[] {
  return days.map((one) => Date.parse(one) / 1000);
}

/**
 * How a chart of a history is drawn.
 * @param panel Gives its lines as they are when it is drawn.
 * @param point Told which point the pointer is at; null when it is at none.
 */
export function chartOptions(
  panel: () => readonly HistoryColumn[],
  width: number,
  height: number,
  point: (index: number | null) => void,
): uPlot.Options {
  const text = 0.8 * rootSize();
  const font = `${text}px "Be Vietnam Pro", sans-serif`;
  const axis: uPlot.Axis = {
    stroke: () => colourOf('--ink'),
    font,
    ticks: { show: false },
    grid: { stroke: () => colourOf('--line'), width: 1 },
  };
  const figure = (value: number) => (Number.isInteger(value) ? number(value) : '');
  const isShare = panel().some((column) => column.name === 'share');
  return {
    width,
    height,
    padding: [1.8 * text, 2.5 * text, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 8 } },
    tzDate: (seconds) => new Date(seconds * 1000 + new Date().getTimezoneOffset() * 60_000),
    scales: { x: { time: true }, y: { range: () => axisOf(panel()) } },
    axes: [
      {
        ...axis,
        space: 7 * text,
        size: 2.4 * text,
        values: (_, splits, _axis, _space, step) => splits.map((at) => dayText(at, step)),
      },
      {
        ...axis,
        values: (_, splits) => splits.map((value) => (isShare ? percentBound(value / 100) : figure(value))),
        size: (_, values) => text * (1.5 + 0.6 * Math.max(...(values ?? ['']).map((value) => value.length))),
        space: 2.5 * text,
      },
    ],
    series: [
      {},
      ...panel().map(({ name, values }) => ({
        stroke: () => colourOf(looks[name].colour),
        width: text / 5,
        dash: looks[name].dash,
        points: { show: values.length <= mostDots, size: text / 2 },
      })),
    ],
    hooks: {
      draw: [(chart) => drawLabels(chart, panel(), text)],
      setCursor: [(chart) => point(chart.cursor.idx ?? null)],
    },
  };
}

function dayText(seconds: number, step: number): string {
  const isoDay = new Date(seconds * 1000).toISOString().slice(0, 10);
  if (step >= year) return isoDay.slice(0, 4);
  return step >= month ? `${isoDay.slice(5, 7)}/${isoDay.slice(0, 4)}` : day(isoDay);
}
