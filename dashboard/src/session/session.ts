import { signal } from '@preact/signals';
import type { Session } from '../api/contract';
import { ApiError, call, jsonBody } from '../api/http';
import { forget } from '../cache/rollUps';

/** Who is signed in; undefined until the silo has said so. */
export const session = signal<Session | undefined>(undefined);

const nobody: Session = { unit: null, role: null, keyId: null, expiresOn: null };

/** Whether the key signed in has a role that reports. */
export function mayReport(): boolean {
  return session.value?.role === 'reporter' || session.value?.role === 'admin';
}

/** Asks the silo who is signed in. */
export async function readSession(): Promise<void> {
  try {
    session.value = await call<Session>('/session');
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.status !== 401) throw error;
    endSession();
  }
}

/**
 * Signs in with a key.
 * @throws {ApiError} when the key is refused.
 */
export async function signIn(key: string): Promise<void> {
  await call('/session', {}, jsonBody('POST', { key }));
  forget();
  await readSession();
}

/** Signs out; what was read is forgotten. */
export async function signOut(): Promise<void> {
  await call('/session', {}, { method: 'DELETE' });
  forget();
  await readSession();
}

/** Notes that the session has ended: the page asks for a key again. */
export function endSession(): void {
  forget();
  session.value = nobody;
}
