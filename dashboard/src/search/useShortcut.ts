import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Puts the focus into a field when a key is pressed where nobody types. */
export function useShortcut(key: string, field: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element).closest('input, textarea, select, [contenteditable]') !== null) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [key]);
}
