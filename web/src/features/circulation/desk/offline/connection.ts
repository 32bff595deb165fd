import { useSyncExternalStore } from 'react';
import { practiceRole } from '../../../../api/practice.ts';
import { currentSession } from '../../../../api/session.ts';

const AGAIN_MS = 10_000;
const WAIT_MS = 5000;

const listeners = new Set<(isOffline: boolean) => void>();
let isOffline = false;
let timer: ReturnType<typeof setInterval> | undefined;

/** Asks the API for the smallest answer. Any answer but a failure of the server shows that calls reach it. */
const isReachable = async (): Promise<boolean> => {
  try {
    const headers = { authorization: `Bearer ${currentSession()?.token ?? ''}` };
    const request = { headers, cache: 'no-store', signal: AbortSignal.timeout(WAIT_MS) } as const;
    const { status } = await fetch('/v1/membership/me', request);
    return status < 500;
  } catch {
    return false;
  }
};

const set = (offline: boolean): void => {
  if (offline === isOffline) return;
  isOffline = offline;
  clearInterval(timer);
  if (offline) timer = setInterval(() => void isLost(), AGAIN_MS);
  for (const listener of listeners) listener(offline);
};

/**
 * Returns whether the API cannot be reached now, and switches the desk accordingly: after a failed call and when a desk is opened. While
 * it is offline, the desk asks again every ten seconds.
 */
export const isLost = async (): Promise<boolean> => {
  // What is practised is not stored for later, when it could be entered in the person's own library.
  set(practiceRole() === undefined && !(await isReachable()));
  return isOffline;
};

window.addEventListener('online', () => isOffline && void isLost());

/** Calls a listener when the API is lost and when it is back. */
export const onConnection = (listener: (isOffline: boolean) => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Returns whether the desk works without the API. */
export const useOffline = (): boolean => useSyncExternalStore(onConnection, () => isOffline);
