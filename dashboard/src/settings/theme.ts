import { effect } from '@preact/signals';
import { stored } from './stored';

/** Light, dark, or as the system has it. */
export type Theme = 'auto' | 'light' | 'dark';

/** The theme chosen. */
export const theme = stored<Theme>('theme', ['auto', 'light', 'dark']);

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
