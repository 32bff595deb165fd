import { absent, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import type { AnonymiseRules } from '../../../layers/records/policies/domain/patrons.ts';
import { holdRecord, holdStore, readHold } from '../../circulation/data/hold-store.ts';
import { pastLoanStore } from '../../circulation/data/past-loan-store.ts';
import { decideEndHold } from '../../circulation/domain/end-hold.ts';
import { applyRetention } from '../../circulation/use-cases/apply-retention.ts';
import { saveDecision } from '../../circulation/use-cases/circulation-writes.ts';
import { joinLists } from '../../discovery/data/saved-list-store.ts';
import type { Hold } from '../../items/public/hold.ts';
import { itemRecord, itemStore, readItem } from '../../items/public/item-store.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { keys as resourceSharingKeys } from '../../resource-sharing/data/keys.ts';
import { keys as teachingKeys } from '../../teaching/data/keys.ts';
import { readPair } from '../data/alike-store.ts';
import { cardStore } from '../data/card-store.ts';
import { key } from '../data/keys.ts';
import { loadPatronStatus } from '../data/load-patron-status.ts';
import { type Merge, type MergeOf, mergeStore } from '../data/merge-store.ts';
import { cardsOf } from '../data/patron-schemas.ts';
import { type Patron, patronStore, wardWrite } from '../data/patron-store.ts';
import { doubledHolds, inOrderOfMerge, rowRenamed } from '../domain/merge.ts';
import type { PatronStatus } from '../domain/patron-status.ts';

type Row = Record<string, unknown>;
type Move = { table: Table; from: string; to: PatronStatus };

const ROUNDS = 8;
const at = ({ pk, sk }: Row) => ({ pk: String(pk), sk: String(sk) });
const versioned = ({ v }: Row) => (typeof v === 'number' ? unchanged(v) : present());

/** A row that lies with the old patron, to the survivor; where the survivor has one of its own kind there, that stays. */
const moveOwnRow = async ({ table, from, to }: Move, row: Row): Promise<void> => {
  const { facts: _facts, told: _told, ...plain } = row;
  const put = rowRenamed(plain, from, to.patronId) as Item;
  const gone: Write = { delete: at(row), when: versioned(row) };
  if ((await table.get(at(put), { strong: true })) !== undefined) await table.write([gone]);
  else await table.write([{ put, when: absent() }, gone]);
};

const moveWard = async (move: Move, row: Row): Promise<void> => {
  const { table, from, to } = move;
  const ward = key('patronStatus', { patronId: String(row.wardId) });
  const set = { guarantorId: to.patronId };
  // Answering for oneself would be nonsense: who was the ward of the other card is the survivor now.
  if (row.wardId !== to.patronId) await table.write([{ update: ward, set, when: equals('guarantorId', from) }]);
  else await table.write([{ update: ward, remove: ['guarantorId'], when: equals('guarantorId', from) }]);
  if (row.wardId === to.patronId) await table.write([{ delete: at(row) }]);
  else await moveOwnRow(move, row);
};

const movePair = async (move: Move, row: Row): Promise<void> => {
  const { table, from, to } = move;
  const { otherId } = readPair(row);
  const mirror = await table.get(key('alikePair', { patronId: otherId, otherId: from }), { strong: true });
  // The pair that was decided by this very merge is none any more.
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

/** Leave given or had: both rows of it, each with one of the two. Nobody acts for oneself, so that of these two themselves ends. */
const moveProxy = async (move: Move, row: Row): Promise<void> => {
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
    // Leave that the survivor gave or has already stays as it is.
    await table.write([{ put, when: absent() }]);
  }
  if (mirror) await table.write([{ delete: at(mirror) }]);
  if (isOwn) await table.write([{ delete: at(row) }]);
  else await moveOwnRow(move, row);
};

/** Who was merged into the old patron earlier leads to the survivor as well. */
const moveFormer = async (move: Move, row: Row): Promise<void> => {
  const earlier = key('patronMerge', { patronId: String(row.formerId) });
  await move.table.write([
    { update: earlier, set: { survivorId: move.to.patronId }, when: equals('survivorId', move.from) },
  ]);
  await moveOwnRow(move, row);
};

/** A pupil: the number of the school's register leads to the survivor as well. */
const movePupil = async (move: Move, row: Row): Promise<void> => {
  const number = teachingKeys.key('pupilNumber', { memberId: String(row.memberId), localId: String(row.localId) });
  const set = { patronId: move.to.patronId };
  await move.table.write([{ update: number, set, when: equals('patronId', move.from) }]);
  await moveOwnRow(move, row);
};

/** Who teaches a class: the class says so too. */
const moveTeacher = async (move: Move, row: Row): Promise<void> => {
  const { table, from, to } = move;
  const taught = teachingKeys.key('schoolClass', { memberId: String(row.memberId), classId: String(row.classId) });
  const found = await table.get(taught, { strong: true });
  const teachers = (found?.teachers ?? []) as string[];
  const set = { teachers: [...new Set(teachers.map((one) => (one === from ? to.patronId : one)))] };
  const conflict = found && (await table.write([{ update: taught, set, when: equals('teachers', teachers) }]));
  if (conflict) throw new TableConflict('Others said anew who teaches this class.');
  await moveOwnRow(move, row);
};

const own: Record<string, (move: Move, row: Row) => Promise<void>> = {
  pupil: movePupil,
  classTeacher: moveTeacher,
  patronWard: moveWard,
  alikePair: movePair,
  patronFormer: moveFormer,
  proxy: moveProxy,
  proxyFor: moveProxy,
  patronLists: ({ table, from, to }) => joinLists(table, from, to.patronId),
  pinCode: async ({ table }, row) => {
    await table.write([{ delete: at(row) }]);
  },
};

const moveOwnRows = async (move: Move): Promise<number> => {
  const { pk: partition } = key('patronStatus', { patronId: move.from });
  const rows = (await move.table.queryAll({ partition, strong: true })).filter(
    ({ entity }) => entity !== 'patronMerge',
  );
  for (const row of inOrderOfMerge(rows)) await (own[String(row.entity)] ?? moveOwnRow)(move, row);
  return rows.length;
};

const moveLoan = async ({ table, from, to }: Move, row: Row): Promise<void> => {
  const item = readItem(row);
  if (item.loan?.patronId !== from) return;
  const loan = { ...item.loan, patronId: to.patronId, patronMember: to.homeMember };
  await table.write([{ put: itemRecord({ ...item, loan, v: item.v + 1 }), when: unchanged(item.v) }]);
};

const heldFor = (hold: Hold, { patronId, homeMember: patronMember, category }: PatronStatus): Hold => ({
  ...hold,
  ...{ patronId, patronMember, patronCategory: category, v: hold.v + 1 },
});

/** A hold keeps its place: its times, its priority and its copy stay as they are. */
const moveHold = async ({ table, from, to }: Move, row: Row): Promise<void> => {
  const hold = readHold(row);
  if (hold.patronId !== from) return;
  const item = hold.targetItemId && (await itemStore(table).get(hold.targetItemId, { strong: true }));
  const claimed = item && item.hold?.holdId === hold.holdId ? item : undefined;
  const claim = claimed?.hold && { ...claimed.hold, patronId: to.patronId };
  await table.write([
    { put: holdRecord(heldFor(hold, to)), when: unchanged(hold.v) },
    ...(claimed && claim
      ? [{ put: itemRecord({ ...claimed, hold: claim, v: claimed.v + 1 }), when: unchanged(claimed.v) }]
      : []),
  ]);
};

const moveRequest = async ({ table, to }: Move, row: Row): Promise<void> => {
  const { patronId } = to;
  const set = {
    patron: { patronId },
    ...resourceSharingKeys.gsi1('loanRequest', { patronId, requestId: String(row.requestId) }),
  };
  // Its facts were told; under the raised counter the relay would tell them again.
  await table.write([{ update: at(row), set, remove: ['told'], when: versioned(row) }]);
};

const elsewhere: Record<string, (move: Move, row: Row) => Promise<void>> = {
  item: moveLoan,
  hold: moveHold,
  loanRequest: moveRequest,
};

/** What hangs on the old patron by the index: loans, holds, loan requests. Each is read itself; gives how many were there. */
const moveElsewhere = async (move: Move): Promise<number> => {
  const { table, from } = move;
  const partition = itemsKeys.indexPartition('item', 'gsi1', { patronId: from });
  const pointers = await table.queryAll({ index: 'gsi1', partition });
  const rows = await table.getMany(pointers.map(at), { strong: true });
  // The index may say what is moved already.
  const left = rows.flatMap((row) => (row && String(row.gsi1pk) === partition ? [row] : []));
  for (const row of left) await elsewhere[String(row.entity)]?.(move, row);
  return left.length;
};

const moveAsWard = async ({ table, from, to }: Move, { guarantorId }: Merge): Promise<void> => {
  if (guarantorId === undefined) return;
  await table.write([{ delete: key('patronWard', { patronId: guarantorId, wardId: from }) }]);
  if (to.guarantorId === guarantorId) await table.write([wardWrite(guarantorId, to.patronId)]);
};

const endDoubles = async ({ table, to }: Move, when: string, by: string): Promise<void> => {
  for (const hold of doubledHolds(await holdStore(table).ofPatron(to.patronId))) {
    const item = hold.targetItemId && (await itemStore(table).get(hold.targetItemId, { strong: true }));
    const ended = decideEndHold({ hold, ...(item && { item }), cause: 'cancelled', reason: 'merged', at: when });
    if (!('refused' in ended)) await saveDecision(table, ended, { holds: [hold], ...(item && { freed: item }), by });
  }
};

/** What the survivor keeps of what was read, by the survivor's own wish and the rules (C78). */
const judgePast = async ({ table, to }: Move, rules: AnonymiseRules, when: string): Promise<void> => {
  const past = pastLoanStore(table);
  for (const loan of await past.all(to.patronId)) await applyRetention(past, rules, to, loan, when);
};

/**
 * Moves everything of a patron to the one it was merged into: each step alone, found by what is left, so that it can be
 * broken off anywhere and done again. Throws a conflict that is tried again when others keep writing the same rows.
 */
export const carryOn = async (table: Table, merge: Merge, rules: AnonymiseRules, when: string): Promise<void> => {
  const merges = mergeStore(table);
  const to = await loadPatronStatus(table, merge.survivorId, { strong: true, whileMerging: true });
  // The survivor was erased meanwhile, and with it all that was of the other.
  if (!to) return;
  const move: Move = { table, from: merge.patronId, to };
  for (let round = 0; ; round += 1) {
    const left = (await moveOwnRows(move)) + (await moveElsewhere(move));
    if (left === 0) break;
    if (round === ROUNDS) throw new TableConflict('rows of a merge are written by others again and again');
  }
  await moveAsWard(move, merge);
  await endDoubles(move, when, merge.by);
  await judgePast(move, rules, when);
  if (merge.state === 'moving') await merges.settle(merge);
  else await merges.finish(merge);
};

// An index lags by less than a second as a rule.
const SETTLE_MS = 60_000;

/** Brings the merges on that are not through: those broken off, and those of which an index may have hidden something. */
export const carryOnAll = async (table: Table, rules: AnonymiseRules, when: string): Promise<{ merges: number }> => {
  const merges = mergeStore(table);
  let done = 0;
  for (const { patronId } of await merges.pending()) {
    const merge = await merges.get(patronId);
    if (!merge || merge.state === 'done') continue;
    if (Date.parse(when) - Date.parse(merge.at) < SETTLE_MS) continue;
    await carryOn(table, merge, rules, when);
    done += 1;
  }
  return { merges: done };
};

/** Begins the merge of two patrons as read. False when something of them changed meanwhile: read again. */
export const beginMerge = async (
  table: Table,
  { survivor, other }: { survivor: Patron; other: Patron },
  asked: Omit<MergeOf, 'survivor' | 'other'>,
): Promise<boolean> => {
  const patrons = patronStore(table);
  const [pin, otherPin, cards] = await Promise.all([
    patrons.pin(survivor.status.patronId),
    patrons.pin(other.status.patronId),
    Promise.all(cardsOf(other.person).map((number) => cardStore(table).get(number))),
  ]);
  return mergeStore(table).begin({
    ...asked,
    survivor: { ...survivor, hasPin: pin !== undefined },
    other: { ...other, pinHash: otherPin?.pinHash, cards: cards.flatMap((card) => card ?? []) },
  });
};
