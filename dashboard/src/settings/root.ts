import { effect } from '@preact/signals';
import { language } from './language';
import { theme } from './theme';

/** Keeps the document's language and theme those that are chosen. */
export function followSettings(root: HTMLElement): void {
  effect(() => {
    root.lang = language.value;
  });
  effect(() => {
    root.dataset.theme = theme.value;
  });
}
