import { pageNumber, paragraph, type WordPart, wordDocument } from '../../takeaway/word';
import { t } from '../../text/text';
import type { Paper } from '../paper';
import { foot } from './foot';
import { head } from './head';
import { bold, page, spaced } from './layout';
import { styles } from './styles';
import { tableOf } from './unitTable';

/** The report as a document that a word processor edits (DOCX), with the measures of Nghị định 30/2020/NĐ-CP. */
export function toDocx(paper: Paper): Blob {
  const body = [
    head(paper),
    ...(paper.simulated ? [paragraph(t('simulated'), bold, 'Middle', spaced(120, 120))] : []),
    ...paper.blocks.map((block) => {
      if (block.kind === 'table') return tableOf(block);
      if (block.kind === 'part') return paragraph(block.text, {}, 'Heading1');
      if (block.kind === 'note') return paragraph(block.text, { italic: true, size: 24 }, 'Text');
      return paragraph(block.text, block.kind === 'strong' ? bold : {}, 'Text');
    }),
    foot(paper),
    section(paper.simulated),
  ];
  return wordDocument(body.join(''), partsOf(paper.simulated));
}

// The first page has no number, but the mark of simulated figures as all others.
function section(isSimulated: boolean): string {
  const footers = ['default', 'first']
    .map((type) => `<w:footerReference w:type="${type}" r:id="${type}Footer"/>`)
    .join('');
  const references = `<w:headerReference w:type="default" r:id="numbers"/>${isSimulated ? footers : ''}`;
  const size = `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`;
  const margins = `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.top}" w:left="${page.left}" w:header="567" w:footer="567" w:gutter="0"/>`;
  return `<w:sectPr>${references}${size}${margins}<w:titlePg/></w:sectPr>`;
}

function partsOf(isSimulated: boolean): WordPart[] {
  const mark = paragraph(t('simulated'), { ...bold, size: 24 }, 'Middle');
  const numbered = `<w:p><w:pPr><w:pStyle w:val="Middle"/></w:pPr>${pageNumber}</w:p>`;
  return [
    { id: 'styles', kind: 'styles', content: styles },
    { id: 'numbers', kind: 'header', content: numbered },
    ...(isSimulated
      ? (['defaultFooter', 'firstFooter'] as const).map((id) => ({ id, kind: 'footer' as const, content: mark }))
      : []),
  ];
}
