import { useEffect, useSyncExternalStore } from 'react';

/** A thing that was opened: its name and its address without the origin. */
export type RecentThing = { title: string; path: string };

const MOST = 4;
let things: readonly RecentThing[] = [];
const listeners = new Set<() => void>();
const put = (next: readonly RecentThing[]): void => {
  things = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

let owner: string | undefined;
/** Discards what another person has opened on this screen. The list is in memory only. */
export const keepRecentOf = (person: string): void => {
  if (owner !== undefined && owner !== person) put([]);
  owner = person;
};

/** Returns the last things that were opened, the newest first. */
export const useRecentThings = (): readonly RecentThing[] => useSyncExternalStore(subscribe, () => things);

/** Lists the thing of this page (a patron, a title, a request) among the recent ones as soon as its name is known. */
export const useAsRecent = (title: string | undefined): void => {
  useEffect(() => {
    if (!title) return;
    const { pathname, search } = location;
    const path = `${pathname}${search}`;
    put([{ title, path }, ...things.filter((one) => one.path !== path)].slice(0, MOST));
  }, [title]);
};
