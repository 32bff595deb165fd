import { useSyncExternalStore } from 'react';

const place = 'concord.portal';
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Stores the library whose portal the visitor uses; empty for none. Anonymous searches are attributed to that library. */
export const selectLibrary = (memberId: string): void => {
  if (memberId) localStorage.setItem(place, memberId);
  else localStorage.removeItem(place);
  for (const listener of listeners) listener();
};

/** Returns the library whose portal the visitor uses; empty when none is selected. */
export const useSelectedLibrary = (): string =>
  useSyncExternalStore(subscribe, () => localStorage.getItem(place) ?? '');
