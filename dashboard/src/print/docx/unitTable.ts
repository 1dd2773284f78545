import { paragraph, row, table } from '../../takeaway/word';
import type { PaperTable } from '../paper';
import { bold, spaced, textWidth } from './layout';

// In half points: as the decree's text, and as small as can still be read.
const largest = 26;
const smallest = 18;
// In twentieths of a point: what a letter takes where the type is largest, what a cell has at its sides, and what a name needs.
const letter = 145;
const sides = 130;
const nameWidth = 1900;

/** A table of the report. Where the words of its columns do not fit beside each other, its type is smaller. */
export function tableOf({ caption, headers, rows, total }: PaperTable): string {
  const all = [headers, ...rows, ...(total === undefined ? [] : [total])];
  const natural = headers.map((_, column) => {
    const longest = Math.max(...all.flatMap((cells) => (cells[column] ?? '').split(' ')).map((word) => word.length));
    return Math.max(longest * letter + sides, column === 1 ? nameWidth : 0);
  });
  const scale = textWidth / natural.reduce((sum, width) => sum + width, 0);
  const widths = natural.map((width) => Math.floor(width * scale));
  const size = Math.max(smallest, Math.min(largest, Math.floor(largest * scale)));
  const cells = (texts: readonly string[], look = {}) =>
    texts.map((text, index) => paragraph(text, { size, ...look }, index === 1 ? 'Cell' : 'Middle'));
  const headings = headers.map((text) => paragraph(text, { size, ...bold }, 'Middle'));
  return [
    paragraph(caption, bold, 'Middle', `<w:keepNext/>${spaced(120, 60)}`),
    table(
      [
        row(headings, widths, true),
        ...rows.map((texts) => row(cells(texts), widths)),
        ...(total === undefined ? [] : [row(cells(total, bold), widths)]),
      ],
      widths,
      true,
    ),
    paragraph('', {}, 'Cell'),
  ].join('');
}
