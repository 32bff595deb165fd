import { useSyncExternalStore } from 'react';

/** Where this tab is in the tour of the demo: the number of the page from 0. */
const place = 'concord.tour';
const listeners = new Set<() => void>();

/** Moves this tab to a page of the tour; undefined leaves the tour. */
export const moveTour = (step: number | undefined): void => {
  if (step === undefined) sessionStorage.removeItem(place);
  else sessionStorage.setItem(place, String(step));
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Returns the number of the page of the tour that this tab shows; undefined outside the tour. */
export const useTourPlace = (): number | undefined => {
  const stored = useSyncExternalStore(subscribe, () => sessionStorage.getItem(place));
  return stored === null ? undefined : Number(stored);
};
