import { useEffect, useState } from 'preact/hooks';
import type { Model } from '../api/contract';
import { useAnswer } from '../figures/useAnswer';
import { number } from '../format/format';
import { session } from '../session/session';
import { t } from '../text/text';
import { fieldId } from './fieldId';
import type { Finding } from './finding';
import { Message } from './Message';
import { suggestModels } from './suggestions';

const pause = 250;

/** The name of a model, with those that are known already to choose from: one model is to have one name. */
export function ModelName(props: {
  field: string;
  name: string;
  finding: Finding | undefined;
  said: string | undefined;
  onName: (name: string) => void;
  onChoose: (model: Model) => void;
}) {
  const { field, name, finding, said, onName, onChoose } = props;
  const [sought, setSought] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useEffect(() => {
    const wait = setTimeout(() => setSought(name.trim()), pause);
    return () => clearTimeout(wait);
  }, [name]);
  const { value: found = [] } = useAnswer(isOpen && sought.length > 1 ? sought : null, (signal) =>
    suggestModels(sought, session.peek()?.unit ?? 'VN', signal),
  );
  const known = isOpen ? found : [];
  const id = fieldId(field);
  const choose = (model: Model | undefined) => {
    if (model !== undefined) onChoose(model);
    setIsOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && known.length > 0) setActive((active + step + known.length) % known.length);
    else if (event.key === 'Enter' && active >= 0) choose(known[active]);
    else if (event.key === 'Escape' && known.length > 0) choose(undefined);
    else return;
    event.preventDefault();
  };
  return (
    <div class="entry-name">
      <label for={id}>{t('models.name')}</label>
      <input
        id={id}
        role="combobox"
        autocomplete="off"
        maxLength={200}
        value={name}
        aria-expanded={known.length > 0}
        aria-controls={`${id}-known`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && active < known.length ? `${id}-known-${active}` : undefined}
        aria-describedby={`${id}-message`}
        aria-invalid={said !== undefined || finding?.severity === 'error'}
        onInput={(event) => {
          onName(event.currentTarget.value);
          setIsOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <div id={`${id}-known`} role="listbox" aria-label={t('entry.known')} hidden={known.length === 0}>
        {known.map((model, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above.
          <div
            key={model.name}
            id={`${id}-known-${place}`}
            role="option"
            aria-selected={place === active}
            // Before the field is left, which closes the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(model)}
          >
            {t('entry.known.one', { name: model.name, units: number(model.units) })}
          </div>
        ))}
      </div>
      <Message field={field} finding={finding} said={said} />
    </div>
  );
}
