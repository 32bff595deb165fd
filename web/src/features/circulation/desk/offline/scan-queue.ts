import { useSyncExternalStore } from 'react';
import { nextScan, type OfflineScan } from './next-scan.ts';
import { deleteScan, putScan, readScans } from './offline-store.ts';
import { staffHere } from './staff-here.ts';

const listeners = new Set<() => void>();
// Every tab shows the same queue.
const channel = new BroadcastChannel('concord.offline');
let known: readonly OfflineScan[] = [];

const reload = async (): Promise<void> => {
  const rows = await readScans();
  known = rows.map(({ key, at, content }) => ({ ...(content as Omit<OfflineScan, 'key' | 'at'>), key, at }));
  for (const listener of listeners) listener();
};
channel.onmessage = () => void reload();

const changed = async (): Promise<void> => {
  await reload();
  channel.postMessage('changed');
};

/** Stores a scan as it is now. */
export const saveScan = async ({ key, at, ...content }: OfflineScan): Promise<void> => {
  await putScan({ key, at }, content);
  await changed();
};

/** Deletes a scan. */
export const removeScan = async (key: string): Promise<void> => {
  await deleteScan(key);
  await changed();
};

/** Returns the scans as stored, in the order of their time. */
export const storedScans = async (): Promise<readonly OfflineScan[]> => {
  await reload();
  return known;
};

let adding: Promise<unknown> = Promise.resolve();

/** Adds a scan to the end of the queue. Rejects when it could not be stored; the next one is stored nevertheless. */
export const addScan = (scan: Omit<OfflineScan, 'key'>): Promise<unknown> => {
  const added = adding.then(async () => {
    const next = nextScan(await storedScans(), { by: staffHere(), ...scan });
    if (next) await saveScan(next);
  });
  adding = added.catch(() => undefined);
  return added;
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (listeners.size === 1) void reload();
  return () => listeners.delete(listener);
};

/** Returns the scans of this browser that the API has not accepted, or that need a person. */
export const useOfflineScans = (): readonly OfflineScan[] => useSyncExternalStore(subscribe, () => known);
