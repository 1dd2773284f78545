import { useState } from 'preact/hooks';
import { number } from '../format/format';
import { fieldId } from './fieldId';
import type { Finding } from './finding';
import { Message } from './Message';
import { wholeNumber } from './wholeNumber';

/** A field for a whole number. Left, it shows the number as it was understood. */
export function NumberField(props: {
  field: string;
  label: string;
  text: string;
  finding: Finding | undefined;
  said: string | undefined;
  describedBy?: string;
  onText: (text: string) => void;
}) {
  const { field, label, text, said, describedBy = '', onText } = props;
  const [isTyping, setIsTyping] = useState(false);
  const id = fieldId(field);
  const value = wholeNumber(text);
  // Half a number is no fault yet.
  const finding = isTyping && props.finding?.code === 'not-whole' ? undefined : props.finding;
  return (
    <div class="entry-number">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autocomplete="off"
        maxLength={20}
        value={text}
        aria-describedby={`${describedBy} ${id}-message`.trim()}
        aria-invalid={said !== undefined || finding?.severity === 'error'}
        onFocus={() => setIsTyping(true)}
        onBlur={() => {
          setIsTyping(false);
          if (value !== undefined && number(value) !== text) onText(number(value));
        }}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <Message field={field} finding={finding} said={said} />
    </div>
  );
}
