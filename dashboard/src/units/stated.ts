import type { Catalogue, Report } from '../api/contract';
import { findIndicator } from '../figures/useCatalogue';
import { number } from '../format/format';
import { modelKey } from '../text/modelName';
import { labelText, t } from '../text/text';
import { stateLabel } from './states';

/** What a report states, as it is sent and as the ledger holds it. */
export type Figures = Pick<Report, 'statuses' | 'counts' | 'declared' | 'models'>;

/** One figure that a report states, models aside. */
export interface StatedFigure {
  /** The indicator, or the name of what is declared. */
  id: string;
  kind: 'status' | 'count' | 'declared';
  value: string | number;
}

/** A figure or a model in the reader's words. */
export interface StatedText {
  /** What it is about: two reports that state the same have the same. */
  key: string;
  name: string;
  text: string;
}

/** The figures that a report states, models aside. */
export function statedFigures({ statuses, counts, declared }: Figures): StatedFigure[] {
  const kinds = [
    ['status', statuses],
    ['count', counts],
    ['declared', declared],
  ] as const;
  return kinds.flatMap(([kind, figures]) =>
    Object.entries<string | number>(figures ?? {}).map(([id, value]) => ({ id, kind, value })),
  );
}

/** What a figure is called. */
export function figureName({ kind, id }: StatedFigure, catalogue: Catalogue): string {
  if (kind === 'declared') return t('own.declared');
  return labelText(findIndicator(catalogue, id)?.label) || id;
}

/** What a figure says. */
export function figureText({ kind, id, value }: StatedFigure, catalogue: Catalogue): string {
  if (typeof value === 'number') return number(value);
  return kind === 'status' ? stateLabel(catalogue, id, value) || value : value;
}

/** Everything that a report states, models last. */
export function statedTexts(report: Figures, catalogue: Catalogue): StatedText[] {
  return [
    ...statedFigures(report).map((figure) => ({
      key: `${figure.kind} ${figure.id}`,
      name: figureName(figure, catalogue),
      text: figureText(figure, catalogue),
    })),
    ...(report.models ?? []).map(({ name, kinds, sites, groups }) => ({
      key: `model ${modelKey(name)}`,
      name: t('stated.model', { name }),
      text: [
        t('stated.amounts', { sites: number(sites), groups: number(groups ?? 0) }),
        ...(kinds ?? []).map((kind) => labelText(catalogue.modelKindLabels[kind]) || kind),
      ].join(', '),
    })),
  ];
}
