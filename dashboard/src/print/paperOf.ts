import type { RollUp } from '../api/contract';
import { day, instant, number } from '../format/format';
import { t } from '../text/text';
import type { Standing } from '../units/standing';
import type { UnitView } from '../units/UnitFrame';
import { mostReports } from '../units/useOwnReports';
import { documentDay } from './documentDay';
import { type FieldName, lines } from './fields';
import { marksText } from './marks';
import { outstandingTexts } from './outstanding';
import { ownTable } from './ownTable';
import { blank, type Paper } from './paper';
import { resultTexts } from './resultTexts';
import { unitsTable } from './unitsTable';

/** What the unit itself has reported and stands. */
export interface OwnFigures {
  /** Without models: the list of models has them. */
  figures: Standing[];
  /** Whether any report of the unit's own stands, be it of models alone. */
  hasReported: boolean;
  /** False where the unit has reported more often than is read. */
  isWhole: boolean;
}

/** What a report is made of: what was typed around it, and the figures at its two dates. */
export interface PaperSource {
  typed: Record<FieldName, string>;
  /** The document's own day, which is not that of the figures; '' leaves it blank. */
  dated: string;
  view: UnitView;
  asOf: string;
  knownAt: string;
  children: readonly RollUp[];
  own: OwnFigures;
}

/** A unit's figures as an official report. */
export function paperOf(source: PaperSource): Paper {
  const { typed, dated, view, asOf, knownAt } = source;
  const { rollUp } = view;
  const addressees = lines(typed.addressees);
  const recipients = lines(typed.recipients);
  return {
    superior: typed.superior,
    agency: typed.agency || blank,
    number: t('print.numbered', { number: typed.number || '……/BC-……' }),
    placeAndDay: `${typed.place || blank}, ${documentDay(dated)}`,
    title: t('print.report'),
    subject: typed.subject || t('print.subject.default', { unit: rollUp.name, day: day(asOf) }),
    addressees,
    simulated: rollUp.simulated,
    blocks: [
      { kind: 'strong', text: `${t('asOf.both', { day: day(asOf), instant: instant(knownAt) })}.` },
      ...partsOf(source).flatMap(({ title, blocks }, index) => [
        { kind: 'part' as const, text: `${roman[index]}. ${title}` },
        ...blocks,
      ]),
    ],
    recipients: recipients.length > 0 ? recipients : defaultRecipients(addressees.length > 0),
    signature: [typed.authority, typed.position || blank].filter((line) => line !== ''),
  };
}

/** Who gets it where nothing is typed: whoever it is addressed to, and the archive. */
export function defaultRecipients(isAddressed: boolean): string[] {
  return [...(isAddressed ? [t('print.asAbove')] : []), t('print.archive')];
}

const roman = ['I', 'II', 'III', 'IV'];

function partsOf({ view, children, own }: PaperSource): { title: string; blocks: Paper['blocks'] }[] {
  const { catalogue } = view;
  return [
    { title: t('print.results'), blocks: resultTexts(view) },
    {
      title: t('own'),
      blocks: [
        own.figures.length > 0
          ? ownTable(own.figures, catalogue)
          : { kind: 'text', text: t(own.hasReported ? 'own.models' : 'own.nothing') },
        ...(own.isWhole ? [] : [{ kind: 'note' as const, text: t('own.newest', { limit: number(mostReports) }) }]),
      ],
    },
    ...(children.length === 0
      ? []
      : [
          {
            title: t('print.units'),
            blocks: [unitsTable(view, children), { kind: 'note' as const, text: `${marksText()}.` }],
          },
          { title: t('print.outstanding'), blocks: outstandingTexts(view, children) },
        ]),
  ];
}
