import './wall.css';
import '../units/units.css';
import { useEffect } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { isLive, unitAddress, useFigureDates, useQuery } from '../figures/dates';
import { useCatalogue } from '../figures/useCatalogue';
import { useChildren } from '../figures/useChildren';
import { useRollUp } from '../figures/useRollUp';
import { ProblemText } from '../parts/ProblemText';
import { useTitle } from '../parts/useTitle';
import { labelText, t } from '../text/text';
import { fixedText } from '../units/FixedBanner';
import { Simulated } from '../units/Simulated';
import { asOfText } from '../units/UnitTitle';
import { paceOf } from './pace';
import { slidesOf } from './slides';
import { useAwake } from './useAwake';
import { useRotation } from './useRotation';
import { WallClock } from './WallClock';
import { WallFigures } from './WallFigures';
import { WallStale } from './WallStale';

const shifts = 5;

/** Figures for a big screen that nobody touches: the address names a unit, the dates, and the seconds a slide stays. */
export function WallPage({ code }: { code: string }) {
  const [values] = useQuery();
  const [, navigate] = useLocation();
  const catalogue = useCatalogue();
  const dates = useFigureDates();
  const { value: rollUp, problem } = useRollUp(code, dates);
  const { value: children, problem: problemBelow } = useChildren(rollUp, undefined, dates);
  const slides = rollUp === undefined || catalogue === undefined ? [] : slidesOf(rollUp, children, catalogue);
  const { index, isPaused, pause } = useRotation(slides.length, paceOf(values.get('seconds')));
  const slide = slides[index];
  const home = unitAddress(code, dates);
  useAwake();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') navigate(home);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [home]);
  useTitle(t('wall'), rollUp?.name);

  return (
    // A picture that stands still burns into some screens: each slide is a little elsewhere.
    <main class="wall" style={{ '--shift': index % shifts }}>
      <header class="wall-head">
        <h1>
          {rollUp?.name}
          {slide !== undefined && ` – ${slide.region ?? labelText(catalogue?.levelLabels[slide.level])}`}
        </h1>
        <WallClock />
      </header>
      <Simulated when={rollUp?.simulated ?? false} />
      {isLive(dates) ? <WallStale /> : rollUp !== undefined && <p class="wall-fixed">{fixedText(rollUp, dates)}</p>}
      <ProblemText problem={problem ?? problemBelow} />
      {slide !== undefined && catalogue !== undefined && <WallFigures key={`${index}`} {...{ slide, catalogue }} />}
      <footer class="wall-foot">
        {rollUp !== undefined && <p>{asOfText(rollUp, dates)}</p>}
        <p class="wall-place">
          {index + 1}/{slides.length}
        </p>
        <nav aria-label={t('wall')}>
          <button type="button" aria-pressed={isPaused} onClick={pause}>
            {t('wall.pause')}
          </button>
          <button type="button" onClick={fillScreen}>
            {t('wall.full')}
          </button>
          <Link href={home}>{t('wall.leave')}</Link>
        </nav>
      </footer>
    </main>
  );
}

// A browser that does not allow it shows the same, with its own frame around it.
function fillScreen(): void {
  document.documentElement.requestFullscreen().catch(() => {});
}
