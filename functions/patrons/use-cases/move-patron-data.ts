import { absent, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { key } from '../data/keys.ts';
import { loadPatronStatus } from '../data/load-patron-status.ts';
import { type Merge, mergeStore } from '../data/merge-store.ts';
import { mergeUndoStore } from '../data/merge-undo-store.ts';
import { dependantWrite } from '../data/patron-store.ts';
import { dropUnlikePairs, readPair } from '../data/possible-duplicate-store.ts';
import { inOrderOfMerge, rowRenamed } from '../domain/identity/merge.ts';
import type { MoveRow, OwnRows, PatronData, PatronMove, Row } from './patron-data.ts';

const ROUNDS = 8;
const at = ({ pk, sk }: Row) => ({ pk: String(pk), sk: String(sk) });
const versioned = ({ v }: Row) => (typeof v === 'number' ? unchanged(v) : present());

/** Moves a row of the old patron to the survivor; when the survivor has a row under the same key, that one stays. */
const moveOwnRow = async ({ table, from, to }: PatronMove, row: Row): Promise<void> => {
  const { facts: _facts, ...plain } = row;
  const put = rowRenamed(plain, from, to.patronId) as Item;
  const gone: Write = { delete: at(row), when: versioned(row) };
  if ((await table.get(at(put), { strong: true })) !== undefined) await table.write([gone]);
  else await table.write([{ put, when: absent() }, gone]);
};

const moveDependant = async (move: PatronMove, row: Row): Promise<void> => {
  const { table, from, to } = move;
  const dependant = key('patronStatus', { patronId: String(row.dependantId) });
  const set = { guarantorId: to.patronId };
  // Nobody is their own guarantor: the dependant of the old record may be the survivor.
  if (row.dependantId !== to.patronId)
    await table.write([{ update: dependant, set, when: equals('guarantorId', from) }]);
  else await table.write([{ update: dependant, remove: ['guarantorId'], when: equals('guarantorId', from) }]);
  if (row.dependantId === to.patronId) await table.write([{ delete: at(row) }]);
  else await moveOwnRow(move, row);
};

const movePair = async (move: PatronMove, row: Row): Promise<void> => {
  const { table, from, to } = move;
  const { otherId } = readPair(row);
  const mirror = await table.get(key('duplicatePair', { patronId: otherId, otherId: from }), { strong: true });
  // This merge itself decides the pair of the two patrons.
  if (otherId === to.patronId) {
    await table.write([{ delete: at(row) }, ...(mirror ? [{ delete: at(mirror) }] : [])]);
    return;
  }
  if (mirror) {
    const put = rowRenamed(mirror, from, to.patronId) as Item;
    await table.write([{ put, when: absent() }]);
    await table.write([{ delete: at(mirror) }]);
  }
  await moveOwnRow(move, row);
};

/** Moves both rows of a proxy, one at each patron. A proxy between the two merged patrons ends: nobody acts for themselves. */
const moveProxy = async (move: PatronMove, row: Row): Promise<void> => {
  const { table, from, to } = move;
  const { sponsorId, proxyId } = row as { sponsorId: string; proxyId: string };
  const mirrorKey =
    sponsorId === from
      ? key('proxyFor', { patronId: proxyId, sponsorId })
      : key('proxy', { patronId: sponsorId, proxyId });
  const mirror = await table.get(mirrorKey, { strong: true });
  const isOwn = [sponsorId, proxyId].includes(to.patronId);
  if (mirror && !isOwn) {
    const put = rowRenamed(mirror, from, to.patronId) as Item;
    // A proxy that the survivor has already does not change.
    await table.write([{ put, when: absent() }]);
  }
  if (mirror) await table.write([{ delete: at(mirror) }]);
  if (isOwn) await table.write([{ delete: at(row) }]);
  else await moveOwnRow(move, row);
};

/** Makes the ids of patrons who were merged into the old one earlier resolve to the survivor. */
const moveFormer = async (move: PatronMove, row: Row): Promise<void> => {
  const earlier = key('patronMerge', { patronId: String(row.formerId) });
  await move.table.write([
    { update: earlier, set: { survivorId: move.to.patronId }, when: equals('survivorId', move.from) },
  ]);
  await moveOwnRow(move, row);
};

/** Deletes what ends with the merged record: codes for its PIN, and the sessions that the PIN began. */
const dropRow: MoveRow = async ({ table }, row) => {
  await table.write([{ delete: at(row) }]);
};

const patronsRows: Record<string, OwnRows> = {
  patronDependant: { move: moveDependant },
  duplicatePair: { move: movePair },
  patronFormer: { move: moveFormer },
  proxy: { move: moveProxy },
  proxyFor: { move: moveProxy },
  pinCode: { move: dropRow },
  patronSession: { move: dropRow },
};

/** A batch restores the patrons whom it changed: a merged patron is no longer one of them. */
const patronsIndexedRows: Record<string, MoveRow> = { patronBatchLine: dropRow };

// What ends with the merged record does not return, and pairs of duplicates are found anew.
const NOT_RETURNED = ['pinCode', 'patronSession', 'duplicatePair', 'patronBatchLine'];

/** Stores a row as it is before it moves, so that the merge can be undone. `own`: it is in the patron's own partition. */
const noteRow = async ({ table, from, to }: PatronMove, row: Row, mergedAt: string, own: boolean): Promise<void> => {
  if (NOT_RETURNED.includes(String(row.entity))) return;
  const { facts: _facts, ...plain } = row;
  const taken = own && (await table.get(at(rowRenamed(plain, from, to.patronId)), { strong: true })) !== undefined;
  await mergeUndoStore(table).noteRow({ patronId: to.patronId, formerId: from }, { row: plain, taken }, mergedAt);
};

const moveOwnRows = async (
  move: PatronMove,
  special: Readonly<Record<string, OwnRows>>,
  mergedAt: string,
): Promise<number> => {
  const { pk: partition } = key('patronStatus', { patronId: move.from });
  const rows = (await move.table.queryAll({ partition, strong: true })).filter(
    ({ entity }) => entity !== 'patronMerge',
  );
  for (const row of inOrderOfMerge(rows, special)) {
    await noteRow(move, row, mergedAt, true);
    const { before, move: moveRow = moveOwnRow } = special[String(row.entity)] ?? {};
    await before?.(move, row);
    await moveRow(move, row);
  }
  return rows.length;
};

/** Moves the rows that the index lists under the old patron. Reads each row itself; returns how many there were. */
const moveIndexedRows = async (
  move: PatronMove,
  special: Readonly<Record<string, MoveRow>>,
  mergedAt: string,
): Promise<number> => {
  const { table, from } = move;
  const partition = itemsKeys.indexPartition('item', 'gsi1', { patronId: from });
  const pointers = await table.queryAll({ index: 'gsi1', partition });
  const rows = await table.getMany(pointers.map(at), { strong: true });
  // The index may still list rows that were moved already.
  const left = rows.flatMap((row) => (row && String(row.gsi1pk) === partition ? [row] : []));
  for (const row of left) {
    await noteRow(move, row, mergedAt, false);
    await special[String(row.entity)]?.(move, row);
  }
  return left.length;
};

const moveAsDependant = async ({ table, from, to }: PatronMove, { guarantorId }: Merge): Promise<void> => {
  if (guarantorId === undefined) return;
  await table.write([{ delete: key('patronDependant', { patronId: guarantorId, dependantId: from }) }]);
  if (to.guarantorId === guarantorId) await table.write([dependantWrite(guarantorId, to.patronId)]);
};

/**
 * Moves everything of a merged patron to the survivor. Each step finds what is left to do, so that an interrupted merge can be continued.
 * Throws a conflict, to be retried, when others keep writing the same rows.
 */
export const movePatronData = async (
  { table, patronData }: { table: PatronMove['table']; patronData: readonly PatronData[] },
  merge: Merge,
  when: string,
): Promise<void> => {
  const merges = mergeStore(table);
  const to = await loadPatronStatus(table, merge.survivorId, { strong: true, whileMerging: true });
  // The survivor was erased meanwhile, and with it everything of the other.
  if (!to) return;
  const move: PatronMove = { table, from: merge.patronId, to };
  const own = Object.assign({}, patronsRows, ...patronData.map(({ ownRows }) => ownRows)) as Record<string, OwnRows>;
  const indexed = Object.assign({}, patronsIndexedRows, ...patronData.map(({ indexedRows }) => indexedRows)) as Record<
    string,
    MoveRow
  >;
  for (let round = 0; ; round += 1) {
    const left = (await moveOwnRows(move, own, merge.at)) + (await moveIndexedRows(move, indexed, merge.at));
    if (left === 0) break;
    if (round === ROUNDS) throw new TableConflict('Others keep writing the rows of a merge.');
  }
  await moveAsDependant(move, merge);
  // The survivor may have got the other's birth date, by which others are somebody else.
  await dropUnlikePairs(table, to.patronId);
  for (const { completeMerge } of patronData) await completeMerge?.(move, { at: when, by: merge.by });
  if (merge.state === 'moving') await merges.settle(merge);
  else await merges.finish(merge);
};
