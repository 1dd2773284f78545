import { type Look, paragraph } from '../../takeaway/word';

// In twentieths of a point: A4, with margins of 20 mm, at the left 30 mm and at the right 15 mm.
export const page = { width: 11906, height: 16838, top: 1134, left: 1701, right: 850 };
export const textWidth = page.width - page.left - page.right;

export const bold: Look = { bold: true };

/** A line in the middle of a cell of some width. */
export function rule(width: number, length: number): string {
  const side = Math.round((width - length) / 2);
  const line = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>';
  return paragraph(
    '',
    {},
    '',
    `${line}<w:spacing w:line="120" w:lineRule="exact"/><w:ind w:left="${side}" w:right="${side}"/>`,
  );
}

/** The space above and below a paragraph, as a format. */
export function spaced(before: number, after: number): string {
  return `<w:spacing w:before="${before}" w:after="${after}"/>`;
}
