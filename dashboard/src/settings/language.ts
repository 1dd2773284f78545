import { stored } from './stored';

/** The language of the page. */
export type Language = 'vi' | 'en';

/** The language chosen: Vietnamese until English is. */
export const language = stored<Language>('language', ['vi', 'en']);
