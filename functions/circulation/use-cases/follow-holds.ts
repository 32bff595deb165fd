import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { itemsOfSource } from '../../catalogue/public/items-of-source.ts';
import type { UnionFollower } from '../../catalogue/public/union-follower.ts';
import { holdStore } from '../data/hold-store.ts';
import { key } from '../data/keys.ts';
import { countersEnded } from '../data/queue-counters-store.ts';

/**
 * Adds pointers to holds for one copy on the union record that the copy is in after a merge or split. A hold stays where it was placed
 * and keeps its position. Only holds for one copy need this; all others still wait for the record that they were placed on.
 */
export const followHolds: UnionFollower = async (table, { before, moves }) => {
  const placed = await Promise.all(before.map((recordId) => findRecord(table, recordId, { strong: true })));
  const ids = placed.flatMap((found) => (found ? [found.now.recordId, ...found.now.absorbed] : []));
  const queue = await holdStore(table).queue([...before, ...ids], { strong: true });
  if (queue.length === 0) return;
  // Their queues have other copies and holds now: estimates read these until the queues are counted again.
  for (const recordId of new Set([...before, ...ids, ...moves.map((move) => move.recordId)])) {
    await table.write([countersEnded(recordId)]);
  }
  const holds = queue.filter(({ itemId }) => itemId !== undefined);
  if (holds.length === 0) return;
  for (const { sourceId, recordId } of moves) {
    const items = new Set((await itemsOfSource(table, sourceId, true)).map(({ itemId }) => itemId));
    for (const { holdId, itemId, recordId: placedOn } of holds) {
      if (itemId === undefined || !items.has(itemId) || placedOn === recordId) continue;
      const pointer = { ...key('holdElsewhere', { recordId, holdId }), ...stamp('holdElsewhere', 1) };
      await table.write([{ put: { ...pointer, recordId, holdId, placedOn } }]);
    }
  }
};
