import { paragraph, row, table } from '../../takeaway/word';
import { t } from '../../text/text';
import { listed } from '../fields';
import { blank, type Paper } from '../paper';
import { bold, spaced, textWidth } from './layout';

/** The foot of the report: who gets it, beside who signs. */
export function foot(paper: Paper): string {
  const widths = [textWidth / 2, textWidth / 2].map(Math.floor);
  const recipients = [
    paragraph(`${t('print.recipients')}:`, { ...bold, italic: true, size: 24 }, 'Cell'),
    ...listed(paper.recipients).map((line) => paragraph(line, { size: 22 }, 'Cell')),
  ];
  const signature = [
    ...paper.signature.map((line) => paragraph(line, { ...bold, caps: true }, 'Middle')),
    // Room for the signature and the seal, then for the name.
    paragraph(blank, bold, 'Middle', spaced(1400, 0)),
  ];
  return paragraph('', {}, 'Cell') + table([row([recipients.join(''), signature.join('')], widths)], widths, false);
}
