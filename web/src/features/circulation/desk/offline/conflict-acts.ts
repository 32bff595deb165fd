import { newKey } from '../../../../api/new-key.ts';
import type { Further } from '../desk-types.ts';
import type { OfflineScan } from './next-scan.ts';
import { replay } from './replay.ts';
import { removeScan, saveScan } from './scan-queue.ts';
import { staffHere } from './staff-here.ts';

/** Enters a scan again, changed: under a new key, because it is another request, and by who is here. It is stored before the old one goes. */
const again = async (scan: OfflineScan, change: Partial<OfflineScan> = {}): Promise<void> => {
  await saveScan({ ...scan, key: newKey(), conflict: undefined, by: staffHere(), ...change });
  await removeScan(scan.key);
  await replay();
};

/** The action of one click on a conflict. */
export const conflictActs = {
  done: ({ key }: OfflineScan) => removeScan(key),
  again: (scan: OfflineScan) => again(scan),
  /** Checks the item in first: it must have been returned, or it could not have been lent. */
  returnFirst: async (scan: OfflineScan) => {
    const at = new Date(Date.parse(scan.at) - 1).toISOString();
    await saveScan({ key: newKey(), at, branchId: scan.branchId, kind: 'in', item: scan.item, by: staffHere() });
    await again(scan);
  },
  /** It is too old for its own time, or was scanned elsewhere since. The fine of a return still ends when it was returned. */
  asOfNow: (scan: OfflineScan) =>
    again(scan, {
      at: new Date().toISOString(),
      ...(scan.kind === 'in' && { returnedAt: scan.returnedAt ?? scan.at }),
    }),
  /** A supervisor takes the refusals on, with a reason and, where the rules give none, a due date. */
  override: (scan: OfflineScan, further: Further) => again(scan, { further }),
  /** Enters what somebody else scanned as one's own. */
  asMine: (scan: OfflineScan) => again(scan),
  correct: (scan: OfflineScan, numbers: Pick<OfflineScan, 'item' | 'card'>) => again(scan, numbers),
} as const;

const mistyped = /^(unknown-item|unknown-patron|card-replaced|card-shared|barcode-shared|invalid)/;

/** Returns what can be done about a conflict, most useful first; every one can be put away. */
export const actsFor = ({ conflict, kind }: OfflineScan): ('returnFirst' | 'asOfNow' | 'correct' | 'again')[] => {
  if (!conflict || conflict.accepted) return [];
  const codes = conflict.reasons.map(({ code }) => code);
  if (kind === 'out' && codes.includes('item-on-loan')) return ['returnFirst'];
  if (codes.includes('outside-offline-days')) return ['asOfNow'];
  if (kind === 'in' && codes.includes('newer-status')) return ['asOfNow'];
  if (codes.some((code) => mistyped.test(code))) return ['correct'];
  return codes.some((code) => ['newer-status', 'already-lent-to-patron'].includes(code)) ? [] : ['again'];
};
