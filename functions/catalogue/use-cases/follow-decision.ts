import { present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemUpdate } from '../../items/public/item-store.ts';
import { itemsOfSource } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import type { SourceChange } from '../data/source-change-store.ts';
import { readSource } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import type { Decision } from '../domain/union/decision.ts';

/** A source record that is in another union record since a decision. */
export type MovedSource = { sourceId: string; recordId: string };

/**
 * Brings what another context stores about union records in line with a merge or split: takes the ids that the union records had
 * before, and the source records that changed their union record. Must be safe to run again, and at the same time.
 */
export type UnionFollower = (
  table: Table,
  change: { before: readonly string[]; moves: readonly MovedSource[] },
) => Promise<void>;

/** The union records in which the pending sources are now: later decisions count. */
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
 * Writes the union record of moved sources into their items, for holds. A merge needs nothing, as the old id leads to the new
 * record.
 */
export const retargetItems = async (table: Table, moves: readonly MovedSource[]): Promise<void> => {
  for (const { sourceId, recordId } of moves)
    for (const { itemId } of await itemsOfSource(table, sourceId, true))
      await table.write([itemUpdate({ itemId }, { set: { recordId } }, present())]);
};

/**
 * Completes a decision with what could not be written in its transaction: the items of moved sources get their new union record,
 * and the other contexts follow. Safe to run again, also at the same time: whoever decides runs it, and the stream runs it again
 * in case that worker died.
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

/** Completes an edit of a source record with what could not be written in its transaction. Safe to run again, as `followDecision`. */
export const followEdit = async (table: Table, change: SourceChange): Promise<void> => {
  const { pending } = change;
  if (pending === undefined) return;
  await retargetItems(table, await currentMoves(table, pending));
  await table.write([{ update: key('sourceChange', change), remove: ['pending'], when: present() }]);
};
