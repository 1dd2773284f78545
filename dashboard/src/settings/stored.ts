import { effect, type Signal, signal } from '@preact/signals';

/** A setting of this browser: one of `values`, kept between visits. The first is used until another is chosen. */
export function stored<T extends string>(name: string, values: readonly [T, ...T[]]): Signal<T> {
  const kept = read(name);
  return keep(name, signal<T>(values.find((value) => value === kept) ?? values[0]));
}

/** A text that is typed in this browser and kept between visits; empty until then. */
export function storedText(name: string): Signal<string> {
  return keep(name, signal(read(name) ?? ''));
}

function keep<T extends string>(name: string, setting: Signal<T>): Signal<T> {
  effect(() => write(name, setting.value));
  return setting;
}

// A browser that keeps nothing (private windows, a policy) still shows the page.
function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // See read.
  }
}
