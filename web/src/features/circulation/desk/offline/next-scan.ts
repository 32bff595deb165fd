import { newKey } from '../../../../api/new-key.ts';
import type { Reason } from '../../../../api/problem.ts';
import type { Further } from '../desk-types.ts';

/** The scans that a desk stores without the API. */
export type OfflineKind = 'out' | 'in' | 'renew' | 'use';

/** The reason why a scan needs a person: it was refused, or accepted in spite of these reasons. */
export type Conflict = { accepted: boolean; reasons: Omit<Reason, 'detail'>[] };

/** A scan without the API: its own time, what was done, by whom, and of patrons the card only. Its key lets it take effect once. */
export type OfflineScan = {
  key: string;
  at: string;
  branchId: string;
  kind: OfflineKind;
  item: string;
  card?: string | undefined;
  /** When it was returned, where the desk dates it back: out of the book drop. */
  returnedAt?: string | undefined;
  /** A supervisor's reason with a due date of its own. */
  further?: Further | undefined;
  /** Who scanned it. */
  by?: { staffId: string; name: string } | undefined;
  conflict?: Conflict | undefined;
};

/** Returns the card of a scan; nothing where the patron is known by an id. */
export const cardOf = ({ card }: Pick<OfflineScan, 'card'>): string | undefined =>
  card?.startsWith('pat_') ? undefined : card;

/** After this time a further scan of an item is a further use of it. */
const USE_MS = 60_000;

/**
 * Returns the scan to store, with a time after every earlier one; nothing when the item was already taken back and nothing else was done
 * with it: a scanner reads an item twice.
 */
export const nextScan = (earlier: readonly OfflineScan[], scan: Omit<OfflineScan, 'key'>): OfflineScan | undefined => {
  const before = earlier.findLast(({ item }) => item === scan.item);
  const isUsedAgain = scan.kind === 'use' && Date.parse(scan.at) - Date.parse(before?.at ?? scan.at) > USE_MS;
  if (before?.kind === scan.kind && before.card === scan.card && !before.conflict && !isUsedAgain) return undefined;
  const last = Math.max(0, ...earlier.map(({ at }) => Date.parse(at)));
  return { ...scan, key: newKey(), at: new Date(Math.max(Date.parse(scan.at), last + 1)).toISOString() };
};
