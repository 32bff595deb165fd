import { useSyncExternalStore } from 'react';

/** The description of the shared desk of this browser, without a secret. The key is in IndexedDB and cannot be read. */
export type DeskMark = { deskId: string; name: string; branchId: string; lockMinutes: number };

const place = 'concord.desk';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const read = (): string | null => localStorage.getItem(place);
const markFrom = (text: string | null): DeskMark | undefined => (text === null ? undefined : JSON.parse(text));

/** Returns the shared desk that this browser is; undefined when it is none. */
export const deskMark = (): DeskMark | undefined => markFrom(read());

/** Returns the shared desk that this browser is, for a component. */
export const useDeskMark = (): DeskMark | undefined => markFrom(useSyncExternalStore(subscribe, read));

/** Marks this browser as a shared desk, or no longer as one. */
export const setDeskMark = (desk: DeskMark | undefined): void => {
  if (desk) localStorage.setItem(place, JSON.stringify(desk));
  else localStorage.removeItem(place);
  for (const listener of listeners) listener();
};
