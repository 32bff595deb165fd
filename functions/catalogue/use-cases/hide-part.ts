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

/** What is hidden from whom (nobody: it is shown again); `note` says who does it and why, `keep` are the writes that keep the answer, in the same transaction. */
export type Hiding = HiddenPart & { note: () => ActNote; from: Audience[]; keep?: () => Write[] };

/** Why nothing is hidden. */
export type NotHidden = 'unknown-record' | 'unknown-item';

/** A part as it stands: from whom it is hidden, a copy's label, and the writes that hide it from others than these. */
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
  // Raises the record's counter as well: a load that read the item before this conflicts, and does not show it again.
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
  // Two branches hidden at once are both hidden: the later one adds to what stands.
  const set =
    branchId === undefined ? { hiddenFrom: from } : { hiddenHoldings: { ...hiddenHoldings, [branchId]: from } };
  // Whose load moved it last is over: hiding is the owner's act.
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
 * Hides a member's record, its copies at one branch or one copy from these audiences, and from no others; the history of the record
 * keeps in the same transaction who did, when, why, and from what to what. Hidden from the same already, nothing is written.
 */
export const hidePart = async (table: Table, hiding: Hiding): Promise<'hidden' | NotHidden> =>
  isTemporarySource(hiding.sourceId)
    ? 'unknown-record'
    : retryOnConflict(hiding.sourceId, (tried) => attempt(table, hiding, tried > 0));
