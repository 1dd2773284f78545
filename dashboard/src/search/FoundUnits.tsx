import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { type FigureDates, unitAddress } from '../figures/dates';
import { number } from '../format/format';
import { problemText } from '../parts/ProblemText';
import { t } from '../text/text';
import type { Found } from './useFoundUnits';
import { useUnitsAbove } from './useUnitsAbove';

/** The units found, each with its kind and what lies above it, and in words how many they are. */
export function FoundUnits(props: {
  id: string;
  isOpen: boolean;
  found: Found;
  marked: number;
  dates: FigureDates;
  leave: () => void;
}) {
  const { id, isOpen, found, marked, dates, leave } = props;
  const list = useRef<HTMLDivElement>(null);
  const pathOf = useUnitsAbove(isOpen);
  useEffect(() => {
    if (isOpen) list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, marked]);
  return (
    <div class={isOpen ? 'found-units' : 'sr-only'}>
      <p role="status">{isOpen && foundText(found)}</p>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.found')}
        tabindex={-1}
        hidden={!isOpen}
        // A press on the list leaves the focus where it is.
        onMouseDown={(event) => event.preventDefault()}
      >
        {found.page?.items.map((unit, index) => (
          <Link
            key={unit.code}
            id={`${id}-${index}`}
            role="option"
            tabindex={-1}
            aria-selected={index === marked}
            href={unitAddress(unit.code, dates)}
            onClick={leave}
          >
            {unit.name}
            <small>{[unit.kind, pathOf?.(unit.parent)].filter(Boolean).join(' · ')}</small>
          </Link>
        ))}
      </div>
    </div>
  );
}

function foundText({ page, isCurrent, problem }: Found): string {
  if (problem !== undefined) return problemText(problem);
  if (page === undefined || !isCurrent) return t('search.busy');
  if (page.items.length === 0) return t('search.none');
  return t(page.next === null ? 'search.all' : 'search.more', { units: number(page.items.length) });
}
