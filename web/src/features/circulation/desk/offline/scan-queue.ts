import { useSyncExternalStore } from 'react';
import { newKey } from '../../../../api/new-key.ts';
import type { Reason } from '../../../../api/problem.ts';
import { deleteScan, putScan, readScans } from './offline-store.ts';

/** What a desk without the API enters. */
export type OfflineKind = 'out' | 'in' | 'renew';

/** Why a scan needs a person: it was refused, or accepted in spite of these reasons. */
export type Conflict = { accepted: boolean; reasons: Omit<Reason, 'detail'>[] };

/** A scan without the API: its own time, what was done, and no data of people but the card. Its key lets it take effect once. */
export type OfflineScan = {
  key: string;
  at: string;
  branchId: string;
  kind: OfflineKind;
  item: string;
  card?: string | undefined;
  conflict?: Conflict | undefined;
};

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

/**
 * Returns the scan to store, with a time after every earlier one; nothing when the item was already taken back and nothing else was done
 * with it: a scanner reads an item twice.
 */
export const nextScan = (earlier: readonly OfflineScan[], scan: Omit<OfflineScan, 'key'>): OfflineScan | undefined => {
  const before = earlier.findLast(({ item }) => item === scan.item);
  if (before?.kind === scan.kind && before.card === scan.card && !before.conflict) return undefined;
  const last = Math.max(0, ...earlier.map(({ at }) => Date.parse(at)));
  return { ...scan, key: newKey(), at: new Date(Math.max(Date.parse(scan.at), last + 1)).toISOString() };
};

let adding: Promise<unknown> = Promise.resolve();

/** Adds a scan to the end of the queue. */
export const addScan = (scan: Omit<OfflineScan, 'key'>): Promise<unknown> => {
  adding = adding.then(async () => {
    const next = nextScan(await storedScans(), scan);
    if (next) await saveScan(next);
  });
  return adding;
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (listeners.size === 1) void reload();
  return () => listeners.delete(listener);
};

/** Returns the scans of this browser that the API has not accepted, or that need a person. */
export const useOfflineScans = (): readonly OfflineScan[] => useSyncExternalStore(subscribe, () => known);
