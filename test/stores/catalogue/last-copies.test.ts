import { offerRow, readOffer } from '../../../functions/catalogue/data/copy-offer-store.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as getItem } from '../../../functions/catalogue/operations/get-item/handler.ts';
import { handler as listOffers } from '../../../functions/catalogue/operations/list-copy-offers/handler.ts';
import { handler as listHistory } from '../../../functions/catalogue/operations/list-history/handler.ts';
import { handler as offerCopy } from '../../../functions/catalogue/operations/offer-last-copy/handler.ts';
import { handler as setRetention } from '../../../functions/catalogue/operations/set-retention/handler.ts';
import { handler as takeCopy } from '../../../functions/catalogue/operations/take-copy/handler.ts';
import { handler as withdrawOffer } from '../../../functions/catalogue/operations/withdraw-offer/handler.ts';
import { findItems } from '../../../functions/catalogue/use-cases/find-item.ts';
import { handler as markItem } from '../../../functions/circulation/operations/mark-item/handler.ts';
import { guestStore } from '../../../functions/items/public/guest-store.ts';
import { guestWrite } from '../../../functions/items/public/guest-write.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { readItem } from '../../../functions/items/public/read-item.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { type Book, deletionOf, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { staffAt, withBranch } from '../../builders/people.ts';

/** Last copies: withdrawn, retained, offered and taken. */
const [today, later, afterwards] = ['2026-03-02T10:00:00.000Z', '2026-03-20T10:00:00.000Z', '2026-05-02T10:00:00.000Z'];
const book = (id: string, n: number, item: string): Book => ({
  ...{ id, title: `Letters from the island, number ${n}`, pages: 100 + n, year: String(1950 + n) },
  items: [`$aMAIN$p${item}`],
});
let table: Table & { name: string };

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const memberId of ['ash', 'oak', 'elm']) {
    const member = { memberId, name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
    await memberStore(table).create(member, '2026-01-01T00:00:00.000Z');
    await withBranch(table, `${memberId}.main`);
  }
});

type Answer = { status: number; body: Record<string, unknown> };
const asked = async (handler: OperationHandler, member: string, when: string, more: object, path = {}) =>
  (await call(handler.using(at(when)), {
    ...{ actor: staffAt(member, 'cataloguer'), path: { memberId: member, ...path } },
    ...more,
  })) as Answer;
const withdraw = async (member: string, item: string, when = today) => {
  const body = { branchId: `${member}.main`, item, state: 'withdrawn' };
  const actor = staffAt(member, 'cataloguer');
  return (await call(markItem.using(at(when)), { actor, body })) as Answer;
};
const idOf = async (barcode: string): Promise<string> => (await findItem(table, barcode))?.itemId ?? '';
const retain = async (barcode: string, retention: object | null) =>
  asked(setRetention, 'ash', today, { body: { retention } }, { itemId: await idOf(barcode) });
const offer = async (member: string, barcode: string, when = today) =>
  asked(offerCopy, member, when, { body: { itemId: await idOf(barcode), days: 30 } });
const take = async (member: string, barcode: string, sourceId: string, when = today) =>
  asked(takeCopy, member, when, { body: { sourceId, branchId: `${member}.main` } }, { itemId: await idOf(barcode) });
const takeBack = async (member: string, barcode: string, when = today, reason = 'It is signed.') =>
  asked(withdrawOffer, member, when, { body: { reason } }, { itemId: await idOf(barcode) });
const load = (member: string, ...books: Book[]) => loadBytes(table, member, fileOf(books));
const offers = async () => (await asked(listOffers, 'oak', today, { query: {} })).body.offers;
const offerRowOf = async (barcode: string) => {
  const row = await table.get(catalogueKeys.key('copyOffer', { itemId: await idOf(barcode) }), { strong: true });
  if (!row) throw new Error(`${barcode} is not offered.`);
  return offerRow(readOffer(row));
};

test('a copy under a retention commitment is not withdrawn, by a desk or a load, until the last day or its release', async () => {
  await load('ash', book('b1', 1, '4711'));
  await load('oak', book('x1', 1, '9001'));
  const until = '2090-03-15';
  expect(await retain('4711', { program: 'Shared print', until })).toMatchObject({
    body: { barcode: '4711', retention: { program: 'Shared print', until } },
  });
  expect(await withdraw('ash', '4711')).toMatchObject({ status: 409, body: { code: 'item-retained' } });
  await load('ash', book('b1', 1, '4711'), { ...book('b1', 1, '4711'), note: 'Loaded again' });
  const { rejects } = await loadBytes(table, 'ash', deletionOf(book('b1', 1, '4711')));
  expect(rejects).toMatchObject([{ what: 'retained', reason: 'item-retained', barcode: '4711' }]);
  await load('ash', { ...book('b1', 1, '4711'), note: 'It came back' });
  expect((await findItem(table, '4711'))?.retention).toEqual({ program: 'Shared print', until });
  expect(await withdraw('ash', '4711', '2090-03-15T23:00:00.000Z')).toMatchObject({ status: 409 });
  expect(await withdraw('ash', '4711', '2090-03-16T01:00:00.000Z')).toMatchObject({ status: 200 });
});

test('a last copy is offered first; while the offer is open it stays, and afterwards it may be withdrawn', async () => {
  await load('ash', book('b1', 1, '4711'));
  expect(await withdraw('ash', '4711')).toMatchObject({ status: 409, body: { code: 'last-copy' } });
  const { status, body } = await offer('ash', '4711');
  expect([status, body]).toMatchObject([201, { barcode: '4711', until: '2026-04-01T10:00:00.000Z' }]);
  // A repeated offer returns the open offer.
  expect((await offer('ash', '4711', later)).body).toEqual(body);
  const listed = await asked(listOffers, 'oak', today, { query: {} });
  expect(listed.body).toEqual({ offers: [body] });
  expect(await withdraw('ash', '4711', later)).toMatchObject({ status: 409, body: { code: 'last-copy' } });
  expect(await withdraw('ash', '4711', afterwards)).toMatchObject({ status: 200 });
  expect((await asked(listOffers, 'oak', today, { query: {} })).body).toEqual({ offers: [] });
});

test('where another copy is held there is no offer, and one of them may be withdrawn', async () => {
  await load('ash', book('b1', 1, '4711'));
  await load('oak', book('x1', 1, '9001'));
  expect(await offer('ash', '4711')).toMatchObject({ status: 409, body: { code: 'not-last-copy' } });
  expect(await withdraw('ash', '4711')).toMatchObject({ status: 200 });
  expect(await withdraw('oak', '9001')).toMatchObject({ status: 409, body: { code: 'last-copy' } });
});

test('two last copies withdrawn at once are not both removed', async () => {
  for (let n = 1; n <= 4; n += 1) {
    await load('ash', book(`b${n}`, n, `47${n}`));
    await load('oak', book(`x${n}`, n, `90${n}`));
    const both = await Promise.all([withdraw('ash', `47${n}`), withdraw('oak', `90${n}`)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)).toMatchObject({ body: { code: 'last-copy' } });
  }
});

test('a member takes the copy: it belongs to the taker at once, under its barcode, and no one else takes or withdraws it', async () => {
  await load('ash', book('b1', 1, '4711'));
  const itemId = await idOf('4711');
  expect(await take('oak', '4711', 'oak:x1')).toMatchObject({ status: 404, body: { code: 'unknown-offer' } });
  await offer('ash', '4711');
  expect(await take('oak', '4711', 'oak:x1')).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  for (const member of ['oak', 'elm'])
    await load(member, { ...book('x1', 1, ''), items: [] }, { ...book('x2', 2, ''), items: [] });
  expect(await take('oak', '4711', 'oak:x2')).toMatchObject({ status: 422, body: { code: 'other-record' } });
  expect(await take('ash', '4711', 'ash:b1')).toMatchObject({ status: 404, body: { code: 'unknown-offer' } });
  const taken = await Promise.all([take('oak', '4711', 'oak:x1'), take('elm', '4711', 'elm:x1')]);
  expect(taken.map(({ status }) => status).sort()).toEqual([200, 409]);
  const taker = taken[0]?.status === 200 ? 'oak' : 'elm';
  const shown = await call(getItem, { actor: staffAt(taker, 'cataloguer'), path: { barcode: '4711' } });
  expect(shown.body).toMatchObject({
    ...{ itemId, memberId: taker, sourceId: `${taker}:x1`, branchId: `${taker}.main`, state: 'in-process' },
    currentBranch: 'ash.main',
  });
  expect(
    await table.queryAll({ partition: catalogueKeys.key('source', { sourceId: 'ash:b1' }).pk, begins: 'ITEM#' }),
  ).toEqual([]);
  expect(readItem(await table.get(itemsKeys.key('item', { itemId })))).toMatchObject({ memberId: taker });
  expect(await withdraw('ash', '4711', afterwards)).toMatchObject({ body: { code: 'not-your-item' } });
  expect(await withdraw(taker, '4711', afterwards)).toMatchObject({ status: 409, body: { code: 'last-copy' } });
});

test('an expired offer counts for ninety days, and is then made again', async () => {
  await load('ash', book('b1', 1, '4711'));
  await offer('ash', '4711');
  const [lastDay, tooLate] = ['2026-06-30T09:59:59.000Z', '2026-06-30T10:00:00.000Z'];
  expect(await withdraw('ash', '4711', tooLate)).toMatchObject({ status: 409, body: { code: 'last-copy' } });
  expect((await offer('ash', '4711', lastDay)).body).toMatchObject({ until: '2026-07-30T09:59:59.000Z' });
  expect(await offers()).toHaveLength(1);
  expect(await withdraw('ash', '4711', tooLate)).toMatchObject({ status: 409, body: { code: 'last-copy' } });
  expect(await withdraw('ash', '4711', '2026-10-28T09:59:58.000Z')).toMatchObject({ status: 200 });
});

test('an offer ends with a commitment to retain the copy, which then cannot be taken', async () => {
  await load('ash', book('b1', 1, '4711'));
  await load('oak', { ...book('x1', 1, ''), items: [] });
  await offer('ash', '4711');
  const offered = await offerRowOf('4711');
  expect((await retain('4711', { program: 'Shared print' })).status).toBe(200);
  expect(await offers()).toEqual([]);
  // As if an offer was made at the same instant.
  await table.write([{ put: offered }]);
  expect(await take('oak', '4711', 'oak:x1')).toMatchObject({ status: 409, body: { code: 'item-retained' } });
});

test('an offer ends with its copy, whether another was added or a load removed the record', async () => {
  await load('ash', book('b1', 1, '4711'), book('b2', 2, '4712'));
  await offer('ash', '4711');
  await offer('ash', '4712');
  await load('oak', book('x1', 1, '9001'), book('x2', 2, '9002'));
  expect(await withdraw('ash', '4711')).toMatchObject({ status: 200 });
  expect(await offers()).toMatchObject([{ barcode: '4712' }]);
  expect((await loadBytes(table, 'ash', deletionOf(book('b2', 2, '4712')))).counts).toMatchObject({
    itemsWithdrawn: 1,
  });
  expect(await offers()).toEqual([]);
});

test('a transferred copy is no guest any more, is not recreated by the giver’s files, nor bound by its commitments', async () => {
  await load('ash', book('b1', 1, '4711'));
  for (const member of ['oak', 'elm']) await load(member, { ...book('x1', 1, ''), items: [] });
  const itemId = await idOf('4711');
  const guest = { branchId: 'elm.main', group: 'films' };
  await table.write([{ update: itemsKeys.key('item', { itemId }), set: { floated: 'elm.main films' } }]);
  await table.write([guestWrite({ ...guest, add: 1 })]);
  await offer('ash', '4711');
  const offered = await offerRowOf('4711');
  expect((await take('oak', '4711', 'oak:x1')).status).toBe(200);
  expect(await guestStore(table).count(guest.branchId, guest.group, { strong: true })).toBe(0);
  const { counts, rejects } = await load('ash', { ...book('b1', 1, '4711'), note: 'Loaded again' });
  expect(counts).toMatchObject({ changed: 1, itemsCreated: 0 });
  expect(rejects).toMatchObject([{ what: 'item', reason: 'given-away', barcode: '4711', localId: 'b1' }]);
  expect(await findItems(table, '4711')).toMatchObject([{ itemId, memberId: 'oak' }]);
  // The next load rejects it too, because the record stores the transfer.
  expect((await load('ash', { ...book('b1', 1, '4711'), note: 'And again' })).rejects).toHaveLength(1);
  // As if the giver's open offer was written over the taken one.
  await table.write([{ put: offered }]);
  expect(await take('elm', '4711', 'elm:x1')).toMatchObject({ status: 409, body: { code: 'offer-over' } });
});

test('an offer is withdrawn by its member only, with a public reason; then no one takes it, nor is the copy withdrawn', async () => {
  await load('ash', book('b1', 1, '4711'));
  await load('oak', { ...book('x1', 1, ''), items: [] });
  expect(await takeBack('ash', '4711')).toMatchObject({ status: 404, body: { code: 'unknown-offer' } });
  const { body: offered } = await offer('ash', '4711');
  expect(await takeBack('oak', '4711')).toMatchObject({ status: 404, body: { code: 'unknown-offer' } });
  expect(await takeBack('ash', '4711', today, ' ')).toMatchObject({ status: 400 });
  // Also after it expires: until the copy is withdrawn, its member may change its decision.
  expect(await takeBack('ash', '4711', afterwards)).toMatchObject({ status: 200, body: offered });
  expect(await takeBack('ash', '4711')).toMatchObject({ status: 404 });
  expect(await offers()).toEqual([]);
  expect(await take('oak', '4711', 'oak:x1')).toMatchObject({ status: 409, body: { code: 'offer-over' } });
  expect(await withdraw('ash', '4711', afterwards)).toMatchObject({ status: 409, body: { code: 'last-copy' } });
  const { recordId } = offered;
  const historyFor = async (member: string) => {
    const actor = staffAt(member, 'cataloguer');
    const { body } = await call(listHistory.using(at(today)), { actor, path: { recordId: String(recordId) } });
    return (body as { entries: { kind: string }[] }).entries.filter(({ kind }) => kind === 'withdraw-offer');
  };
  const entry = { kind: 'withdraw-offer', memberId: 'ash', barcode: '4711', reason: 'It is signed.' };
  expect(await historyFor('ash')).toMatchObject([{ ...entry, by: 'staff:stf_of-ash' }]);
  const [others] = await historyFor('oak');
  expect(others).toMatchObject(entry);
  expect(others).not.toHaveProperty('by');
  // A new offer starts the period again.
  expect((await offer('ash', '4711', later)).status).toBe(201);
  expect(await offers()).toHaveLength(1);
  expect((await retain('4711', { program: 'Shared print' })).status).toBe(200);
  expect(await offers()).toEqual([]);
});

test('taken and withdrawn at once, it is one of the two', async () => {
  for (let n = 1; n <= 4; n += 1) {
    await load('ash', book(`b${n}`, n, `47${n}`));
    await load('oak', { ...book(`x${n}`, n, ''), items: [] });
    await offer('ash', `47${n}`);
    const [taken, back] = await Promise.all([take('oak', `47${n}`, `oak:x${n}`), takeBack('ash', `47${n}`)]);
    expect([taken.status, back.status].sort()).toEqual([200, 409]);
    const owner = taken.status === 200 ? 'oak' : 'ash';
    expect(await findItems(table, `47${n}`)).toMatchObject([{ memberId: owner }]);
  }
});
