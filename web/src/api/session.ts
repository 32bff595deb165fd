import { useSyncExternalStore } from 'react';
import { deskMark } from './desk-mark.ts';
import { practiceToken } from './practice.ts';
import { connectTabs } from './session-tabs.ts';
import { personOf } from './token-claims.ts';

/**
 * The signed-in session by its token: patrons sign in with card and PIN, staff through the user pool. `expiresAt` in epoch ms; `family` is
 * the same for all sessions of one person. `atDesk`: staff signed in at this shared desk by badge or code.
 */
export type Session = { kind: 'patron' | 'staff'; token: string; expiresAt: number; family: string; atDesk?: boolean };
/** The reason why the session ended: the user signed out, or the token expired. */
export type Leaving = 'signed-out' | 'expired';

const place = 'concord.session';
// Stays in the tab after a sign-out, so that the tab takes no session of another tab over.
const outPlace = 'concord.signed-out';
const EARLY_MS = 3 * 60_000;
const listeners = new Set<() => void>();

const sessionFrom = (text: string | null): Session | undefined => {
  if (text === null) return undefined;
  const stored: unknown = JSON.parse(text);
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { kind, token, expiresAt, family = '', atDesk }: Record<string, unknown> = { ...stored };
  if (kind !== 'patron' && kind !== 'staff') return undefined;
  if (typeof token !== 'string' || typeof expiresAt !== 'number' || typeof family !== 'string') return undefined;
  const session: Session = { kind, token, expiresAt, family, ...(atDesk === true && { atDesk }) };
  return expiresAt > Date.now() || kind === 'staff' ? session : undefined;
};

// Stored for the tab only, because library computers are shared.
let current: Session | undefined = sessionFrom(sessionStorage.getItem(place));
let left: Leaving | undefined;
let renewing: Promise<void> | undefined;
// While a page is locked its session is over, and its calls wait for the next sign-in.
let lock: { opened: Promise<void>; open: () => void } | undefined;
const unlock = (): void => {
  lock?.open();
  lock = undefined;
};

const notify = (): void => {
  for (const listener of listeners) listener();
};

let lastFamily = current?.family;
let people = 0;
const strangerListeners = new Set<() => void>();

const start = (session: Session): void => {
  if (lastFamily !== undefined && lastFamily !== session.family) {
    people += 1;
    for (const listener of strangerListeners) listener();
  }
  lastFamily = session.family;
  current = session;
  left = undefined;
  unlock();
  sessionStorage.removeItem(outPlace);
  sessionStorage.setItem(place, JSON.stringify(current));
  notify();
};

const signInPages = ['/sign-in', '/signed-in'];

/** Ends the session and records the reason. A page whose session expired stays as it is behind a lock for the same person. */
export const signedOut = (why: Leaving): void => {
  if (!current) return;
  if (why === 'expired' && !signInPages.includes(location.pathname)) {
    hide();
    return;
  }
  // A locked desk stays locked when its person signs out elsewhere.
  if (lock && isDesk()) return;
  current = undefined;
  left = why;
  if (why === 'signed-out') sessionStorage.setItem(outPlace, 'yes');
  sessionStorage.removeItem(place);
  unlock();
  notify();
};

const isDesk = (): boolean => current?.kind === 'staff' && deskMark() !== undefined;

const hide = (): void => {
  if (lock || !current) return;
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  lock = { opened, open };
  const pool = poolUser();
  if (pool) sessionStorage.removeItem(pool[0]);
  sessionStorage.removeItem(place);
  notify();
};

/** The staff user of the user pool with its refresh token is in the tab's storage, too. */
const poolUser = (): [name: string, value: string] | undefined =>
  Object.entries({ ...sessionStorage }).find(([name]) => name.startsWith('oidc.user:'));

type Shared = { session: string; pool: [name: string, value: string] | undefined };
const tabs = connectTabs<Shared>({
  current: () =>
    current && {
      shared: { session: JSON.stringify(current), pool: current.kind === 'staff' ? poolUser() : undefined },
      family: current.family,
      isLocked: lock !== undefined,
    },
  adopt: ({ session, pool }) => {
    const adopted = sessionFrom(session);
    // The sign-in at a desk and the full one of the same person are renewed apart.
    if (!adopted || (current && !lock && current.atDesk !== adopted.atDesk)) return;
    if (pool) sessionStorage.setItem(...pool);
    start(adopted);
  },
  end: () => {
    if (isDesk()) return hide();
    const pool = poolUser();
    if (pool) sessionStorage.removeItem(pool[0]);
    signedOut('signed-out');
  },
});
// A browser may not deliver messages to a tab in the background.
window.addEventListener('focus', () => void (lock && tabs.ask()));

/**
 * Takes over the session of another tab of this browser, if one is signed in; a link opened in a new tab stays signed in so. A tab whose
 * user has signed out takes over none.
 */
export const takeOverSession = async (): Promise<void> => {
  if (!current && sessionStorage.getItem(outPlace) === null) await tabs.ask();
};

/**
 * Starts a session. `seconds` is the lifetime of its token. A page that is locked, here or in another tab, continues for its own person
 * and begins anew for another.
 */
export const signedIn = (kind: Session['kind'], token: string, seconds: number, more: Partial<Session> = {}): void => {
  const person = personOf(token);
  const family = person === undefined ? crypto.randomUUID() : `${kind}:${person}`;
  start({ kind, token, expiresAt: Date.now() + seconds * 1000, family, ...more });
  tabs.renewed();
};

const renewedBy = (session: Session, token: string, seconds: number): void => {
  start({ ...session, token, expiresAt: Date.now() + seconds * 1000 });
  tabs.renewed();
};

const signOutPath = { patron: '/v1/patrons/me/sign-outs', staff: '/v1/membership/me/sign-outs' } as const;

const endAtApi = ({ kind, token, family }: Session, everywhere: boolean): Promise<unknown> => {
  tabs.ended(family);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  // The request continues when the page is left.
  const request = { method: 'POST', keepalive: true, headers, body: JSON.stringify({ everywhere }) };
  return fetch(signOutPath[kind], request).catch(() => undefined);
};

/**
 * Ends the session, or all of the person's, at the API: its tokens are refused within a minute. On this screen it ends in any case, also
 * without a network.
 */
export const endSession = async (everywhere = false): Promise<void> => {
  if (!current) return;
  const ended = endAtApi(current, everywhere);
  signedOut('signed-out');
  if (everywhere) await ended;
};

/** Locks the screen of a shared desk: its session ends, and the page stays as it is behind the lock for the same person. */
export const lockScreen = (): void => {
  if (!current || lock) return;
  void endAtApi(current, false);
  hide();
};

const renewPatron = async (session: Session): Promise<void> => {
  const { token } = session;
  const answer = await fetch('/v1/patrons/refresh', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) return;
  const { access_token, expires_in } = await answer.json();
  if (!lock && current?.token === token) renewedBy(session, access_token, expires_in);
};

const renewStaff = async (session: Session): Promise<void> => {
  const renewed = session.atDesk
    ? await (await import('./desk-token.ts')).renewedDeskToken(session.token)
    : await (await import('./staff-sign-in.ts')).renewedStaffToken();
  if (renewed && !lock && current?.token === session.token) renewedBy(session, renewed.token, renewed.seconds);
};

const renew = (session: Session): Promise<void> => {
  renewing ??= (session.kind === 'patron' ? renewPatron(session) : renewStaff(session))
    .catch(() => undefined)
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
};

/** Returns the token for a call, renewed shortly before it expires; in the Practice Library the one for there. Undefined when nobody is signed in. */
export const freshToken = async (): Promise<string | undefined> => {
  await lock?.opened;
  if (current && current.expiresAt - Date.now() < EARLY_MS) await renew(current);
  return current && ((await practiceToken(current)) ?? current.token);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Calls a listener when another sign-in than the last one starts, before anything is read for it. Returns the way to stop. */
export const onOtherSignIn = (listener: () => void): (() => void) => {
  strangerListeners.add(listener);
  return () => strangerListeners.delete(listener);
};

/** Returns the session at this moment. */
export const currentSession = (): Session | undefined => current;

/** Returns the session for a component. */
export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, () => current);

/** Returns how many sign-ins of other people this tab has seen: what one person typed is not shown to the next. */
export const usePeople = (): number => useSyncExternalStore(subscribe, () => people);

/** Returns whether the session is over and the page waits behind a lock. */
export const useLocked = (): boolean => useSyncExternalStore(subscribe, () => lock !== undefined);

/** Returns why the last session ended, for display on the sign-in page. */
export const useLeaving = (): Leaving | undefined => useSyncExternalStore(subscribe, () => left);
