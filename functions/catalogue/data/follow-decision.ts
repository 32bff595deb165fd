import { present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { holdStore } from '../../circulation/data/hold-store.ts';
import { keys as circulationKeys } from '../../circulation/data/keys.ts';
import type { Decision } from '../domain/decision.ts';
import { itemsOfSource } from '../use-cases/item-plan.ts';
import { key } from './keys.ts';
import { retarget } from './retarget-items.ts';
import type { SourceChange } from './source-change-store.ts';
import { readSource } from './source-record.ts';
import { findRecord } from './union-record.ts';

type Move = { sourceId: string; recordId: string };

/**
 * Lets a hold for one copy be found from the record that the copy is in now: it stays where it was placed, and keeps its
 * place. Only such holds care which copy comes; all others wait on for the record that they were placed on.
 */
const pointHolds = async (table: Table, { before }: Decision, moves: readonly Move[]): Promise<void> => {
  const placed = await Promise.all(before.map((recordId) => findRecord(table, recordId, { strong: true })));
  const ids = placed.flatMap((found) => (found ? [found.now.recordId, ...found.now.absorbed] : []));
  const queue = await holdStore(table).queue([...before, ...ids], { strong: true });
  const wanted = queue.filter(({ itemId }) => itemId !== undefined);
  if (wanted.length === 0) return;
  for (const { sourceId, recordId } of moves) {
    const items = new Set((await itemsOfSource(table, sourceId, true)).map(({ itemId }) => itemId));
    for (const { holdId, itemId, recordId: placedOn } of wanted) {
      if (itemId === undefined || !items.has(itemId) || placedOn === recordId) continue;
      const pointer = { ...circulationKeys.key('holdElsewhere', { recordId, holdId }), ...stamp('holdElsewhere', 1) };
      await table.write([{ put: { ...pointer, recordId, holdId, placedOn } }]);
    }
  }
};

/** Where the sources that are to be followed are by now: what was decided since counts. */
const whereNow = async (table: Table, pending: readonly Move[]): Promise<Move[]> => {
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
 * Brings after a decision what could not be written with it: the copies of sources that changed their record name that one, and
 * holds for one of them are found there. Safe to run again, at the same time too; run by whoever decides, and again by the
 * stream when that worker died.
 */
export const followDecision = async (table: Table, decision: Decision): Promise<void> => {
  const { pending, decisionId } = decision;
  if (pending === undefined) return;
  const moves = await whereNow(table, pending);
  await pointHolds(table, decision, moves);
  await retarget(table, moves);
  await table.write([{ update: key('unionDecision', { decisionId }), remove: ['pending'], when: present() }]);
};

/** Brings after an edit what could not be written with it: copies of sources that changed their record name that one. As `followDecision`. */
export const followEdit = async (table: Table, change: SourceChange): Promise<void> => {
  const { pending } = change;
  if (pending === undefined) return;
  await retarget(table, await whereNow(table, pending));
  await table.write([{ update: key('sourceChange', change), remove: ['pending'], when: present() }]);
};
