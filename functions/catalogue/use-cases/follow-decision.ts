import { present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemUpdate } from '../../items/public/item-update.ts';
import { itemsOfSource } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import type { SourceChange } from '../data/source-change-store.ts';
import { readSource } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import type { Decision } from '../domain/union/decision.ts';

/** A source record whose union record a decision changed. */
export type MovedSource = { sourceId: string; recordId: string };

/**
 * Updates what another context stores about union records after a merge or split. Takes the former ids of the union records and the source
 * records that changed their union record. Must be idempotent and safe to run concurrently.
 */
export type UnionFollower = (
  table: Table,
  change: { before: readonly string[]; moves: readonly MovedSource[] },
) => Promise<void>;

/** Returns the current union records of the pending sources, which later decisions may have changed. */
const currentMoves = async (table: Table, pending: readonly MovedSource[]): Promise<MovedSource[]> => {
  const rows = await table.getMany(
    pending.map((one) => key('source', one)),
    { strong: true },
  );
  const found = rows.flatMap((row) => (row ? [readSource(row)] : []));
  return Promise.all(
    found.map(async ({ sourceId, recordId }) => ({
      sourceId,
      recordId: (await findRecord(table, recordId, { strong: true }))?.now.recordId ?? recordId,
    })),
  );
};

/**
 * Writes the union record of moved sources into their items, for holds. A merge needs no update, as the old id resolves to the new record.
 */
export const retargetItems = async (table: Table, moves: readonly MovedSource[]): Promise<void> => {
  for (const { sourceId, recordId } of moves)
    for (const { itemId } of await itemsOfSource(table, sourceId, true))
      await table.write([itemUpdate({ itemId }, { set: { recordId } }, present())]);
};

/**
 * Completes a decision with what did not fit its transaction: updates the union record of the items of moved sources, and notifies the
 * other contexts. Idempotent and safe to run concurrently: the deciding request runs it, and the stream consumer runs it again in case the
 * request failed.
 */
export const followDecision = async (
  table: Table,
  followers: readonly UnionFollower[],
  decision: Decision,
): Promise<void> => {
  const { pending, decisionId, before } = decision;
  if (pending === undefined) return;
  const moves = await currentMoves(table, pending);
  for (const follow of followers) await follow(table, { before, moves });
  await retargetItems(table, moves);
  await table.write([{ update: key('unionDecision', { decisionId }), remove: ['pending'], when: present() }]);
};

/** Completes an edit of a source record with what did not fit its transaction. Idempotent, like `followDecision`. */
export const followEdit = async (table: Table, change: SourceChange): Promise<void> => {
  const { pending } = change;
  if (pending === undefined) return;
  await retargetItems(table, await currentMoves(table, pending));
  await table.write([{ update: key('sourceChange', change), remove: ['pending'], when: present() }]);
};
