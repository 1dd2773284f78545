import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useIsPhone } from './useMedia';

/**
 * A heading with what belongs to it. On a phone that is drawn, and asked for, only when the heading is pressed.
 * @param props.isOpen Opens it by itself; it may be closed again.
 */
export function Disclosure(props: { head: ComponentChildren; isOpen?: boolean; children: ComponentChildren }) {
  const { head, isOpen = false, children } = props;
  const isPhone = useIsPhone();
  const [isShown, setIsShown] = useState(isOpen);
  useEffect(() => {
    if (isOpen) setIsShown(true);
  }, [isOpen]);
  if (!isPhone)
    return (
      <>
        {head}
        {children}
      </>
    );
  return (
    <details class="disclosure" open={isShown} onToggle={(event) => setIsShown(event.currentTarget.open)}>
      <summary>{head}</summary>
      {isShown && children}
    </details>
  );
}
