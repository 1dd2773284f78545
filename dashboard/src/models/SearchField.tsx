import { useEffect, useRef, useState } from 'preact/hooks';

// Long enough for the next letter of somebody who types, too short to be noticed.
const pause = 250;

/** A field whose text is searched for when its writer pauses. */
export function SearchField(props: { label: string; value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(props.value);
  const wait = useRef<ReturnType<typeof setTimeout>>();
  const search = useRef(props.onSearch);
  search.current = props.onSearch;
  useEffect(() => () => clearTimeout(wait.current), []);
  return (
    <label class="field">
      {props.label}
      <input
        type="search"
        value={text}
        maxLength={200}
        onInput={(event) => {
          const sought = event.currentTarget.value;
          setText(sought);
          clearTimeout(wait.current);
          wait.current = setTimeout(() => search.current(sought.trim()), pause);
        }}
      />
    </label>
  );
}
