import { paragraph, row, table } from '../../takeaway/word';
import { t } from '../../text/text';
import type { Paper } from '../paper';
import { addressed } from '../ReportHead';
import { bold, rule, spaced, textWidth } from './layout';

const left = 3200;
const headWidths = [left, textWidth - left];

/** The head of the report: agency and number beside the nation's name, place and day; title and addressees below. */
export function head(paper: Paper): string {
  return [
    sides(paper),
    paragraph(paper.title, { ...bold, caps: true }, 'Middle', spaced(360, 0)),
    paragraph(paper.subject, bold, 'Middle'),
    rule(textWidth, 3500),
    ...addresseesOf(paper),
  ].join('');
}

function sides(paper: Paper): string {
  const agency = [
    ...(paper.superior === '' ? [] : [paragraph(paper.superior, { caps: true, size: 24 }, 'Middle')]),
    paragraph(paper.agency, { ...bold, caps: true, size: 24 }, 'Middle'),
    rule(left, 1300),
    paragraph(paper.number, { size: 26 }, 'Middle', spaced(120, 0)),
  ];
  const nation = [
    paragraph(t('print.nation'), { ...bold, caps: true, size: 24 }, 'Middle'),
    paragraph(t('print.motto'), { ...bold, size: 26 }, 'Middle'),
    rule(textWidth - left, 3300),
    paragraph(paper.placeAndDay, { italic: true, size: 26 }, 'Middle', spaced(120, 0)),
  ];
  return table([row([agency.join(''), nation.join('')], headWidths)], headWidths, false);
}

function addresseesOf({ addressees }: Paper): string[] {
  const [first, ...others] = addressed(addressees);
  if (first === undefined) return [];
  const label = `${t('print.addressees')}: `;
  if (others.length === 0) return [paragraph(label + first, {}, 'Middle', spaced(120, 120))];
  const indent = '<w:ind w:left="2835"/>';
  return [
    paragraph(label, {}, '', '<w:ind w:left="1701"/>'),
    ...[first, ...others].map((line) => paragraph(line, {}, '', indent)),
  ];
}
