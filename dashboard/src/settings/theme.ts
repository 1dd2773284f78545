import { stored } from './stored';

/** Light, dark, or as the system has it. */
export type Theme = 'auto' | 'light' | 'dark';

/** The theme chosen. */
export const theme = stored<Theme>('theme', ['auto', 'light', 'dark']);
