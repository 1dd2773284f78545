/** A paragraph: plain text, a heading of a part, what stands out, or a note below a table. */
export interface PaperText {
  kind: 'text' | 'part' | 'strong' | 'note';
  text: string;
}

/** A table: its first column numbers the rows, its second one names them. */
export interface PaperTable {
  kind: 'table';
  caption: string;
  headers: string[];
  rows: string[][];
  /** What the rows come to; blank where they do not add up. */
  total?: string[];
}

/** An official document in the parts that Nghị định 30/2020/NĐ-CP has for it, whatever it is shown or saved as. */
export interface Paper {
  superior: string;
  agency: string;
  number: string;
  placeAndDay: string;
  title: string;
  subject: string;
  /** Who it is addressed to; none where it goes to nobody in particular. */
  addressees: string[];
  simulated: boolean;
  blocks: (PaperText | PaperTable)[];
  recipients: string[];
  /** By whose authority, and in what position, it is signed. The name is left blank: nobody's name is kept here. */
  signature: string[];
}

/** What is left blank, to be filled in by hand. */
export const blank = '……………………';
