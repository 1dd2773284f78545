import { escaped } from './markup';
import { strToU8, zipSync } from './zip';

/** How the text of a paragraph looks, where it is not as its style has it. */
export interface Look {
  /** In half points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
}

/** A paragraph, of a style of the document or, by default, the plain one; `format`: further properties as markup, in the schema's order. */
export function paragraph(text: string, look: Look = {}, style = '', format = ''): string {
  const properties = `${style && `<w:pStyle w:val="${style}"/>`}${format}`;
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${text && run(text, look)}</w:p>`;
}

/** A row of cells, each its paragraphs; a heading is repeated on every page. `widths` in twentieths of a point. */
export function row(cells: readonly string[], widths: readonly number[], isHeading = false): string {
  const columns = cells.map(
    (cell, index) => `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
  );
  return `<w:tr><w:trPr><w:cantSplit/>${isHeading ? '<w:tblHeader/>' : ''}</w:trPr>${columns.join('')}</w:tr>`;
}

/** A table of rows. */
export function table(rows: readonly string[], widths: readonly number[], hasLines: boolean): string {
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  );
  const borders = hasLines ? `<w:tblBorders>${lines.join('')}</w:tblBorders>` : '';
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const properties = `<w:tblW w:w="${total}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>`;
  const margins = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>';
  return `<w:tbl><w:tblPr>${properties}${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** The number of the page. */
export const pageNumber =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A part of a document beside its text: `header`, `footer` or `styles`, with its markup. */
export interface WordPart {
  id: string;
  kind: 'header' | 'footer' | 'styles';
  content: string;
}

/** A document of Office Open XML: its body, and the parts that the body refers to by their ids. */
export function wordDocument(body: string, parts: readonly WordPart[]): Blob {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>${parts
      .map(({ id, kind }) => `<Override PartName="/word/${id}.xml" ContentType="${wordType}.${kind}+xml"/>`)
      .join('')}</Types>`,
    '_rels/.rels': relationships([{ id: 'document', kind: 'officeDocument', target: 'word/document.xml' }]),
    'word/_rels/document.xml.rels': relationships(parts.map(({ id, kind }) => ({ id, kind, target: `${id}.xml` }))),
    'word/document.xml': `<w:document ${names}><w:body>${body}</w:body></w:document>`,
  };
  for (const { id, kind, content } of parts) {
    const root = { header: 'hdr', footer: 'ftr', styles: 'styles' }[kind];
    files[`word/${id}.xml`] = `<w:${root} ${names}>${content}</w:${root}>`;
  }
  const packed = Object.entries(files).map(([path, content]) => [path, strToU8(declaration + content)] as const);
  return new Blob([zipSync(Object.fromEntries(packed))], { type: `${wordType}.document` });
}

function run(text: string, { bold, italic, caps, size }: Look): string {
  const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${caps ? '<w:caps/>' : ''}${size ? `<w:sz w:val="${size}"/>` : ''}`;
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

function relationships(of: readonly { id: string; kind: string; target: string }[]): string {
  const each = of.map(
    ({ id, kind, target }) => `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}
