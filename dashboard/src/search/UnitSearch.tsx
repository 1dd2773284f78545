import './search.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { Unit } from '../api/contract';
import { unitAddress, useFigureDates } from '../figures/dates';
import { t } from '../text/text';
import { FoundUnits } from './FoundUnits';
import { step } from './step';
import { useFoundUnits } from './useFoundUnits';
import { useShortcut } from './useShortcut';

/** Finds any unit by its name and goes there, at the page's dates. The keys are those of a combobox with a list. */
export function UnitSearch() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const dates = useFigureDates();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  // Whoever presses Enter before the answer is there means its first unit.
  const [isEntered, setIsEntered] = useState(false);
  const found = useFoundUnits(text);
  const units = found.page?.items ?? [];
  useShortcut('/', field);

  const write = (written: string) => {
    setText(written);
    setMarked(0);
    setIsEntered(false);
    setIsOpen(written.trim() !== '');
  };
  const leave = () => {
    write('');
    document.getElementById('content')?.focus();
  };
  const go = (unit: Unit | undefined) => {
    if (unit === undefined) return;
    leave();
    navigate(unitAddress(unit.code, dates));
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const next = step(event.key, isOpen ? marked : -1, units.length);
    if (next !== undefined) {
      event.preventDefault();
      setIsOpen(true);
      setMarked(next);
    } else if (event.key === 'Enter') {
      if (found.isCurrent) go(units[marked]);
      else setIsEntered(text.trim() !== '');
    } else if (event.key === 'Escape') {
      if (isOpen) setIsOpen(false);
      else write('');
    }
  };
  useEffect(() => {
    if (isEntered && found.isCurrent) go(units[0]);
  }, [isEntered, found.isCurrent]);

  return (
    <search class="unit-search">
      <input
        ref={field}
        id="find-unit"
        type="text"
        role="combobox"
        aria-label={t('search')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && units.length > 0 ? `${id}-${marked}` : undefined}
        aria-keyshortcuts="/"
        placeholder={t('search.hint')}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="go"
        maxLength={200}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={press}
        onFocus={() => setIsOpen(text.trim() !== '')}
        onBlur={() => setIsOpen(false)}
      />
      <FoundUnits {...{ id, isOpen, found, marked, dates, leave }} />
    </search>
  );
}
