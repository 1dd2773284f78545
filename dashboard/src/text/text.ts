import type { Label } from '../api/contract';
import { language } from '../settings/language';
import en from './en.json';
import vi from './vi.json';

/** The name of a text. */
export type TextName = keyof typeof vi;

// English must have every text that Vietnamese has.
const texts: Record<'vi' | 'en', Record<TextName, string>> = { vi, en };

/** A text in the language chosen, `{name}` replaced by `values.name`. */
export function t(name: TextName, values: Record<string, string | number> = {}): string {
  return texts[language.value][name].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}

/** A text with a capital letter first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label of the catalogue in the language chosen. */
export function labelText(label: Label | undefined): string {
  return label?.[language.value] ?? '';
}
