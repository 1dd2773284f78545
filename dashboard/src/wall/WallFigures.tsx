import type { Catalogue } from '../api/contract';
import { number } from '../format/format';
import { t } from '../text/text';
import { Figure } from '../units/Figure';
import { indicatorName } from '../units/selectionText';
import type { Slide, WallFigure } from './slides';

const mostNames = 4;
const mostInRow = 3;

/** The figures of a slide, as large as the screen lets them be. */
export function WallFigures({ slide, catalogue }: { slide: Slide; catalogue: Catalogue }) {
  const count = slide.figures.length;
  return (
    <ul class="wall-figures" style={{ '--columns': count > mostInRow ? Math.ceil(count / 2) : count }}>
      {slide.figures.map((figure) => (
        <li key={figure.indicator}>
          <p class="wall-figure" style={{ '--signs': signsOf(figure) }}>
            <Figure value={figure.complete}>
              {number(figure.complete)}
              <small>/{number(figure.total)}</small>
            </Figure>
          </p>
          <p class="wall-label">{indicatorName(catalogue, figure.indicator)}</p>
          {figure.left !== null && <p class="wall-left">{leftText(figure.left)}</p>}
        </li>
      ))}
    </ul>
  );
}

// How wide a figure is, in signs of full size: the total is written half as large.
function signsOf({ complete, total }: WallFigure): number {
  return number(complete).length + (number(total).length + 1) / 2;
}

function leftText(left: readonly string[]): string {
  if (left.length === 0) return t('outstanding.none');
  const named = left.slice(0, mostNames).join(', ');
  const rest = left.length - mostNames;
  return `${t('outstanding.left', { units: number(left.length) })} ${named}${rest > 0 ? t('wall.more', { units: number(rest) }) : ''}`;
}
