import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { today } from '../format/format';
import { t } from '../text/text';
import { CalendarGrid } from './CalendarGrid';
import { CalendarHead } from './CalendarHead';
import { within } from './days';
import { placeBeside } from './placeBeside';

/** A dialog beside a field in which a day between two others is chosen. */
export function Calendar(props: {
  label: string;
  /** The day that stands in the field; blank: none. */
  chosen: string;
  min: string;
  max: string;
  beside: RefObject<HTMLElement>;
  choose: (isoDay: string) => void;
  close: () => void;
}) {
  const { label, chosen, min, max, beside, choose, close } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const at = useSignal(within(chosen === '' ? today() : chosen, min, max));
  const move = (isoDay: string) => {
    at.value = within(isoDay, min, max);
  };
  useLayoutEffect(() => {
    if (dialog.current === null || beside.current === null) return;
    dialog.current.showModal();
    placeBeside(dialog.current, beside.current);
    dialog.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);
  return (
    <dialog ref={dialog} class="calendar" closedby="any" aria-label={t('time.calendar', { label })} onClose={close}>
      <CalendarHead {...{ min, max, move }} titleId={id} at={at.value} />
      <CalendarGrid
        {...{ chosen, min, max, move }}
        titleId={id}
        at={at.value}
        choose={(isoDay) => {
          choose(isoDay);
          dialog.current?.close();
        }}
      />
      <button type="button" onClick={() => dialog.current?.close()}>
        {t('time.calendar.close')}
      </button>
    </dialog>
  );
}
