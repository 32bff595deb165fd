import { useSyncExternalStore } from 'react';

/** The signed-in session by its token: patrons sign in with card and PIN, staff through the user pool. `expiresAt` in epoch ms. */
export type Session = { kind: 'patron' | 'staff'; token: string; expiresAt: number };
/** Why the session ended: the user signed out, or the token expired. */
export type Leaving = 'signed-out' | 'expired';

const place = 'concord.session';
const EARLY_MS = 3 * 60_000;
const listeners = new Set<() => void>();

const sessionFrom = (text: string | null): Session | undefined => {
  if (text === null) return undefined;
  const stored: unknown = JSON.parse(text);
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { kind, token, expiresAt }: Record<string, unknown> = { ...stored };
  if ((kind !== 'patron' && kind !== 'staff') || typeof token !== 'string' || typeof expiresAt !== 'number')
    return undefined;
  return expiresAt > Date.now() || kind === 'staff' ? { kind, token, expiresAt } : undefined;
};

// Stored for the tab only, because library computers are shared.
let current: Session | undefined = sessionFrom(sessionStorage.getItem(place));
let left: Leaving | undefined;
let renewing: Promise<void> | undefined;

const notify = (): void => {
  for (const listener of listeners) listener();
};

/** Starts a session. `seconds` is the lifetime of its token. */
export const signedIn = (kind: Session['kind'], token: string, seconds: number): void => {
  current = { kind, token, expiresAt: Date.now() + seconds * 1000 };
  left = undefined;
  sessionStorage.setItem(place, JSON.stringify(current));
  notify();
};

/** Ends the session and records the reason. */
export const signedOut = (why: Leaving): void => {
  if (!current) return;
  current = undefined;
  left = why;
  sessionStorage.removeItem(place);
  notify();
};

const signOutPath = { patron: '/v1/patrons/me/sign-outs', staff: '/v1/membership/me/sign-outs' } as const;

/**
 * Ends the session, or all of the person's, at the API: its tokens are refused within a minute. On this screen it ends in any case, also
 * without a network.
 */
export const endSession = async (everywhere = false): Promise<void> => {
  if (!current) return;
  const { kind, token } = current;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  // The request goes on when the page is left.
  const request = { method: 'POST', keepalive: true, headers, body: JSON.stringify({ everywhere }) };
  const ended = fetch(signOutPath[kind], request).catch(() => undefined);
  signedOut('signed-out');
  if (everywhere) await ended;
};

const renewPatron = async ({ token }: Session): Promise<void> => {
  const answer = await fetch('/v1/patrons/refresh', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) return;
  const { access_token, expires_in } = await answer.json();
  if (current?.token === token) signedIn('patron', access_token, expires_in);
};

const renewStaff = async (): Promise<void> => {
  const { renewedStaffToken } = await import('./staff-sign-in.ts');
  const renewed = await renewedStaffToken();
  if (renewed && current?.kind === 'staff') signedIn('staff', renewed.token, renewed.seconds);
};

const renew = (session: Session): Promise<void> => {
  renewing ??= (session.kind === 'patron' ? renewPatron(session) : renewStaff())
    .catch(() => undefined)
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
};

/** Returns the token for a call, renewed shortly before it expires; undefined when nobody is signed in. */
export const freshToken = async (): Promise<string | undefined> => {
  if (current && current.expiresAt - Date.now() < EARLY_MS) await renew(current);
  return current?.token;
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Returns the session for a component. */
export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, () => current);

/** Returns why the last session ended, for display on the sign-in page. */
export const useLeaving = (): Leaving | undefined => useSyncExternalStore(subscribe, () => left);
