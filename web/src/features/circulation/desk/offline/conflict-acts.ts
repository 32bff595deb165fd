import { newKey } from '../../../../api/new-key.ts';
import type { OfflineScan } from './next-scan.ts';
import { replay } from './replay.ts';
import { removeScan, saveScan } from './scan-queue.ts';

/** Enters a scan again, changed: under a new key, because it is another request. */
const again = async (scan: OfflineScan, change: Partial<OfflineScan> = {}): Promise<void> => {
  await removeScan(scan.key);
  await saveScan({ ...scan, key: newKey(), conflict: undefined, ...change });
  await replay();
};

/** What one click does about a conflict. */
export const conflictActs = {
  done: ({ key }: OfflineScan) => removeScan(key),
  again: (scan: OfflineScan) => again(scan),
  /** Whoever had the item before has returned it, or it could not have been lent. */
  returnFirst: async (scan: OfflineScan) => {
    const at = new Date(Date.parse(scan.at) - 1).toISOString();
    await saveScan({ key: newKey(), at, branchId: scan.branchId, kind: 'in', item: scan.item });
    await again(scan);
  },
  /** It is too old for its own time. */
  asOfNow: (scan: OfflineScan) => again(scan, { at: new Date().toISOString() }),
  correct: (scan: OfflineScan, numbers: Pick<OfflineScan, 'item' | 'card'>) => again(scan, numbers),
} as const;

const mistyped = /^(unknown-item|unknown-patron|card-replaced|card-shared|barcode-shared|invalid)/;

/** Returns what can be done about a conflict, most useful first; every one can be put away. */
export const actsFor = ({ conflict, kind }: OfflineScan): ('returnFirst' | 'asOfNow' | 'correct' | 'again')[] => {
  if (!conflict || conflict.accepted) return [];
  const codes = conflict.reasons.map(({ code }) => code);
  if (kind === 'out' && codes.includes('item-on-loan')) return ['returnFirst'];
  if (codes.includes('outside-offline-days')) return ['asOfNow'];
  if (codes.some((code) => mistyped.test(code))) return ['correct'];
  return codes.some((code) => ['newer-status', 'already-lent-to-patron'].includes(code)) ? [] : ['again'];
};
