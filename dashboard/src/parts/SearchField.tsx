import { useEffect, useRef, useState } from 'preact/hooks';
import { useSettled } from './useSettled';

// Long enough for the next letter of somebody who types, too short to be noticed.
const pause = 250;

/** A field whose text is searched for when its writer pauses. */
export function SearchField(props: { label: string; value: string; onSearch: (text: string) => void }) {
  const { label, value, onSearch } = props;
  const [text, setText] = useState(value);
  const searched = useRef(value);
  const settled = useSettled(text, pause).trim();
  useEffect(() => {
    if (settled === searched.current) return;
    searched.current = settled;
    onSearch(settled);
  }, [settled]);
  // Another value than the one searched for comes from elsewhere, as from the browser's Back.
  useEffect(() => {
    if (value === searched.current) return;
    searched.current = value;
    setText(value);
  }, [value]);
  return (
    <label class="field">
      {label}
      <input type="search" value={text} maxLength={200} onInput={(event) => setText(event.currentTarget.value)} />
    </label>
  );
}
