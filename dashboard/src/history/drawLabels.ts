import type uPlot from 'uplot';
import { colourOf } from './colour';
import type { HistoryColumn } from './columns';
import { labelledPoints } from './panels';

// How far two figures are apart at least, in heights of a letter.
const room = 5;

/** Writes the figures of lines beside their points, and at its end the name of each line where there are several. */
export function drawLabels(chart: uPlot, panel: readonly HistoryColumn[], size: number): void {
  const { ctx, data } = chart;
  const letters = size * devicePixelRatio;
  const places = Array.from(data[0], (seconds) => chart.valToPos(seconds, 'x', true));
  ctx.save();
  ctx.font = `700 ${letters}px "Be Vietnam Pro", sans-serif`;
  ctx.fillStyle = colourOf('--ink');
  panel.forEach(({ label, values, text }, line) => {
    const last = values.length - 1;
    // The figures of a second line stand below it, out of the way of those of the first.
    ctx.textBaseline = line === 0 ? 'bottom' : 'top';
    const aside = ((line === 0 ? -1 : 1) * letters) / 2;
    for (const index of labelledPoints(values, places, letters * room)) {
      const y = chart.valToPos(values[index] ?? 0, 'y', true) + aside;
      ctx.textAlign = index === last ? 'right' : index === 0 ? 'left' : 'center';
      ctx.fillText(
        index === last && panel.length > 1 ? `${label}: ${text(index)}` : text(index),
        places[index] ?? 0,
        y,
      );
    }
  });
  ctx.restore();
}
