import { effect } from '@preact/signals';
import { stored } from './stored';

/** The language of the page. */
export type Language = 'vi' | 'en';

/** The language chosen: Vietnamese until English is. */
export const language = stored<Language>('language', ['vi', 'en']);

effect(() => {
  document.documentElement.lang = language.value;
});
