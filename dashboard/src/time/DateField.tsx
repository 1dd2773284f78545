import './dateField.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../text/text';
import { Calendar } from './Calendar';
import { wholeDay } from './dayNames';
import { within } from './days';
import { dayEntry, type EntryKind, type EntryRule, judgeEntry } from './entry';

interface DateFieldProps extends EntryRule {
  label: string;
  /** The name that the value has in its form. */
  name?: string;
  /** The date that the field begins with, in ISO's order; blank: none. */
  value: string;
  kind?: EntryKind;
  /** Hears of a date once it is whole and may be. */
  choose?: (value: string) => void;
}

/** A date in the order day, month, year, whatever the browser's language is: typed, or chosen in a calendar. */
export function DateField({ label, name, value, kind = dayEntry, choose, ...rule }: DateFieldProps) {
  const id = useId();
  const text = useSignal(shown(kind, value));
  const isChecked = useSignal(false);
  const isOpen = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const judged = judgeEntry(kind, text.value, rule);
  const fault = isChecked.value ? judged.fault : undefined;

  const enter = (typed: string) => {
    const { value: entered, fault } = judgeEntry(kind, typed, rule);
    text.value = fault === undefined ? shown(kind, entered) : typed;
    isChecked.value = true;
    if (fault === undefined) choose?.(entered);
  };
  useEffect(() => {
    text.value = shown(kind, value);
    isChecked.value = false;
  }, [value]);
  // A form is not sent while this says that something is wrong.
  useLayoutEffect(() => input.current?.setCustomValidity(judged.fault ?? ''), [judged.fault]);

  return (
    <div class="date-field">
      <label for={id}>{label}</label>
      {fault !== undefined && (
        <p id={`${id}-fault`} class="date-fault" role="alert">
          {fault}
        </p>
      )}
      <span class="date-entry">
        <input
          ref={input}
          id={id}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t(kind.pattern)}
          size={t(kind.pattern).length}
          value={text.value}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
          onChange={(event) => enter(event.currentTarget.value)}
          onInvalid={(event) => {
            event.preventDefault();
            isChecked.value = true;
            event.currentTarget.focus();
          }}
        />
        <button
          type="button"
          class="date-open"
          aria-haspopup="dialog"
          aria-label={openLabel(label, judged.value)}
          onClick={() => {
            isOpen.value = true;
          }}
        >
          <CalendarMark />
        </button>
      </span>
      {name !== undefined && <input type="hidden" name={name} value={judged.value} />}
      {isOpen.value && (
        <Calendar
          label={label}
          chosen={judged.value.slice(0, 10)}
          min={rule.min.slice(0, 10)}
          max={rule.max.slice(0, 10)}
          beside={input}
          choose={(day) => enter(kind.show(within(kind.choose(day, judged.value), rule.min, rule.max)))}
          close={() => {
            isOpen.value = false;
          }}
        />
      )}
    </div>
  );
}

function CalendarMark() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
    </svg>
  );
}

function shown(kind: EntryKind, value: string): string {
  return value === '' ? '' : kind.show(value);
}

function openLabel(label: string, value: string): string {
  const open = t('time.calendar.open', { label });
  return value === '' ? open : `${open}, ${wholeDay(value.slice(0, 10))}`;
}
