const font =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';
/** The styles of the report's paragraphs: Times New Roman of 14 points, black. */
export const styles = [
  `<w:docDefaults><w:rPrDefault><w:rPr>${font}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  style(
    'Text',
    'Body Text',
    '<w:spacing w:after="120" w:line="300" w:lineRule="auto"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>',
  ),
  style('Middle', 'Middle', '<w:jc w:val="center"/>'),
  style('Cell', 'Cell', '<w:jc w:val="left"/>'),
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="567"/><w:outlineLvl w:val="0"/>',
    '<w:b/>',
  ),
].join('');

function style(id: string, name: string, format: string, look = ''): string {
  const properties = `<w:pPr>${format}</w:pPr>${look && `<w:rPr>${look}</w:rPr>`}`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${properties}</w:style>`;
}
