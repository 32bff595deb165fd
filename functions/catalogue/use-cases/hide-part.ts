import { and, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict, saveAnswer } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from '../data/keys.ts';
import { type ActNote, actWrite } from '../data/source-act-store.ts';
import { readSource } from '../data/source-record.ts';
import type { HiddenPart } from '../domain/history/source-act.ts';
import { readItemDescription } from '../domain/items/stored-item.ts';
import { isTemporarySource } from '../domain/source-id.ts';
import type { Audience } from '../domain/visibility/visibility.ts';

/**
 * A part and the audiences it is hidden from (empty: it is shown again). `note` says who does it and why; `keep` returns the writes that
 * store the response, in the same transaction.
 */
export type Hiding = HiddenPart & { note: () => ActNote; from: Audience[]; keep?: () => Write[] };

/** The reason why nothing was hidden. */
export type NotHidden = 'unknown-record' | 'unknown-item';

/** The current visibility of a part: from whom it is hidden, the barcode of a copy, and the writes that hide it from other audiences. */
type CurrentVisibility = { before: Audience[]; barcode?: string; writes: Write[] };

const itemVisibility = async (
  table: Table,
  { sourceId, itemId = '', from }: Hiding,
): Promise<CurrentVisibility | NotHidden> => {
  const update = key('itemDescription', { sourceId, itemId });
  const row = await table.get(update, { strong: true });
  if (!row) return 'unknown-item';
  const { hiddenFrom: before, barcode } = readItemDescription(row);
  const when = and(present(), equals('hiddenFrom', before));
  // Raises the record's counter as well, so that a load that read the item before this conflicts and does not show it again.
  const writes = [
    { update, set: { hiddenFrom: from }, when },
    { update: key('source', { sourceId }), when: present() },
  ];
  return { before, barcode, writes };
};

const recordVisibility = async (
  table: Table,
  { sourceId, branchId, from }: Hiding,
): Promise<CurrentVisibility | NotHidden> => {
  const update = key('source', { sourceId });
  const row = await table.get(update, { strong: true });
  if (!row) return 'unknown-record';
  const { hiddenFrom, hiddenHoldings, v } = readSource(row);
  // When two branches are hidden at once, the later write adds to the earlier.
  const set =
    branchId === undefined ? { hiddenFrom: from } : { hiddenHoldings: { ...hiddenHoldings, [branchId]: from } };
  // Removes the member of the last load as cause: hiding is the owner's act.
  const writes = [{ update, set, remove: ['by'], when: unchanged(v) }];
  return { before: branchId === undefined ? hiddenFrom : (hiddenHoldings[branchId] ?? []), writes };
};

const attempt = async (table: Table, hiding: Hiding, isAgain: boolean): Promise<'hidden' | NotHidden | undefined> => {
  const { note, sourceId, branchId, itemId, from: after, keep } = hiding;
  const current = await (itemId === undefined ? recordVisibility : itemVisibility)(table, hiding);
  if (typeof current === 'string') return current;
  const { before, barcode, writes } = current;
  if (`${[...before].sort()}` === `${[...after].sort()}`) {
    await saveAnswer(table, isAgain, keep);
    return 'hidden';
  }
  const act = actWrite({
    ...{ did: 'hide', ...note(), sourceId, before, after },
    ...(branchId !== undefined && { branchId }),
    ...(itemId !== undefined && { itemId, barcode: barcode ?? '' }),
  });
  const conflict = await table.write([...writes, act, ...(keep?.() ?? [])]);
  return conflict ? undefined : 'hidden';
};

/**
 * Hides a member's record, its copies at one branch or one copy from exactly these audiences. The same transaction adds to the record's
 * history who did it, when, why, and the audiences before and after. Writes nothing when the audiences do not change.
 */
export const hidePart = async (table: Table, hiding: Hiding): Promise<'hidden' | NotHidden> =>
  isTemporarySource(hiding.sourceId)
    ? 'unknown-record'
    : retryOnConflict(hiding.sourceId, (tried) => attempt(table, hiding, tried > 0));
