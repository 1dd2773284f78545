import { rootSize } from '../styles/rootSize';
import { t } from '../text/text';

/** A line of a chart in its legend. */
export interface LegendEntry {
  label: string;
  /** A colour that a canvas takes. */
  colour: string;
  dash: number[];
}

/** What is drawn around a chart, so that the picture says by itself what it shows. */
export interface Caption {
  title: string;
  asOf: string;
  simulated: boolean;
  legend: LegendEntry[];
  ink: string;
  paper: string;
}

// In pixels where the page's text is as large as `usualSize`; on larger screens all of it grows alike.
const usualSize = 18;
const margin = 24;
const titleLine = 32;
const line = 26;
const sample = 36;

/** A chart as a PNG, with title, date, the mark of simulated figures and legend drawn in. */
export async function toPicture(chart: HTMLCanvasElement, caption: Caption): Promise<Blob> {
  const scale = (devicePixelRatio * rootSize()) / usualSize;
  const width = chart.width / scale + 2 * margin;
  const notes = [caption.asOf, ...(caption.simulated ? [t('simulated')] : [])];
  const above = margin + titleLine + notes.length * line;
  const below = above + chart.height / scale;
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = (below + caption.legend.length * line + margin) * scale;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.scale(scale, scale);
  context.fillStyle = caption.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = caption.ink;
  context.textBaseline = 'top';
  context.font = font(20, true);
  context.fillText(caption.title, margin, margin, width - 2 * margin);
  notes.forEach((note, index) => {
    context.font = font(14, index > 0);
    context.fillText(note, margin, margin + titleLine + index * line, width - 2 * margin);
  });
  context.drawImage(chart, margin, above, chart.width / scale, chart.height / scale);
  caption.legend.forEach((entry, index) => {
    drawEntry(context, entry, below + index * line, caption.ink);
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}

function drawEntry(context: CanvasRenderingContext2D, entry: LegendEntry, top: number, ink: string): void {
  context.strokeStyle = entry.colour;
  context.lineWidth = 2.5;
  context.setLineDash(entry.dash);
  context.beginPath();
  context.moveTo(margin, top + 9);
  context.lineTo(margin + sample, top + 9);
  context.stroke();
  context.font = font(14, false);
  context.fillStyle = ink;
  context.fillText(entry.label, margin + sample + 10, top);
}

function font(size: number, isBold: boolean): string {
  return `${isBold ? '700' : '400'} ${size}px "Be Vietnam Pro", sans-serif`;
}
