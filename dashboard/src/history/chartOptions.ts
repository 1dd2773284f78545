import type uPlot from 'uplot';
import { day, number } from '../format/format';
import { rootSize } from '../styles/rootSize';
import { t } from '../text/text';
import { colourOf } from './colour';
import type { Lines } from './lines';
import { looks } from './looks';

const month = 28 * 86_400;
const year = 360 * 86_400;
const mostDots = 70;

/** Days as uPlot has them, in seconds. */
export function toSeconds(days: readonly string[]): number[] {
  return days.map((one) => Date.parse(one) / 1000);
}

/**
 * How a history is drawn: from zero, models on a scale of their own at the right.
 * @param point Told which point the pointer is at; null when it is at none.
 */
export function chartOptions(lines: Lines, width: number, height: number, point: (index: number | null) => void) {
  const text = 0.8 * rootSize();
  const font = `${text}px "Be Vietnam Pro", sans-serif`;
  const fromZero: uPlot.Range.Function = (_, _min, max) => [0, Math.max(1, max * 1.06)];
  const axis: uPlot.Axis = { stroke: () => colourOf('--ink'), font, ticks: { show: false } };
  const grid: uPlot.Axis.Grid = { stroke: () => colourOf('--line'), width: 1 };
  const counts: uPlot.Axis.DynamicValues = (_, splits) =>
    splits.map((value) => (Number.isInteger(value) ? number(value) : ''));
  const size: uPlot.Axis.Size = (_, values) =>
    text * (1.5 + 0.6 * Math.max(...(values ?? ['']).map((value) => value.length)));
  const hasModels = lines.lines.some((line) => line.name === 'distinct');
  const options: uPlot.Options = {
    width,
    height,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 8 } },
    tzDate: (seconds) => new Date(seconds * 1000 + new Date().getTimezoneOffset() * 60_000),
    scales: { x: { time: true }, y: { range: fromZero }, ...(hasModels && { models: { range: fromZero } }) },
    axes: [
      {
        ...axis,
        grid,
        space: 7 * text,
        size: 2.4 * text,
        values: (_, splits, _axis, _space, step) => splits.map((at) => dayText(at, step)),
      },
      { ...axis, grid, values: counts, size, space: 2.5 * text },
      ...(hasModels
        ? [
            {
              ...axis,
              scale: 'models',
              side: 1 as const,
              label: t('models.distinct'),
              labelFont: font,
              grid: { show: false },
              values: counts,
              size,
            },
          ]
        : []),
    ],
    series: [
      {},
      ...lines.lines.map(({ name }) => ({
        scale: name === 'distinct' ? 'models' : 'y',
        stroke: () => colourOf(looks[name].colour),
        width: text / 5,
        dash: looks[name].dash,
        points: { show: lines.days.length <= mostDots, size: text / 2 },
      })),
    ],
    hooks: { setCursor: [(chart) => point(chart.cursor.idx ?? null)] },
  };
  return options;
}

function dayText(seconds: number, step: number): string {
  const isoDay = new Date(seconds * 1000).toISOString().slice(0, 10);
  if (step >= year) return isoDay.slice(0, 4);
  return step >= month ? `${isoDay.slice(5, 7)}/${isoDay.slice(0, 4)}` : day(isoDay);
}
