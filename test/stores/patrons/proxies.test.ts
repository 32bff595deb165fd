import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as myLoans } from '../../../functions/circulation/operations/list-my-loans/handler.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { handler as erase } from '../../../functions/patrons/consumers/erase-patrons/handler.ts';
import { key } from '../../../functions/patrons/data/keys.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-my-erasure/handler.ts';
import { handler as give } from '../../../functions/patrons/operations/give-proxy/handler.ts';
import { handler as dependants } from '../../../functions/patrons/operations/list-my-dependants/handler.ts';
import { handler as mine } from '../../../functions/patrons/operations/list-my-proxies/handler.ts';
import { handler as listed } from '../../../functions/patrons/operations/list-proxies/handler.ts';
import { handler as merge } from '../../../functions/patrons/operations/merge-patrons/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as withdraw } from '../../../functions/patrons/operations/withdraw-proxy/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aHold } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, aPlacedHold, at, countersOf } from '../../builders/lending.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const branchId = 'cedar.main';
const desk = staffAt('cedar.main', 'desk', 'desk-supervisor');
const lambda = { awsRequestId: 'lambda-1' };
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'bucket';
  table = await aTable();
  await aConsortium(table, [], { maxLoans: 2, dependantsOwedLimit: 1000 });
});

const aPerson = (family: string) => aPatron(table, { homeBranch: branchId, family });
type One = Awaited<ReturnType<typeof aPerson>>;
const as = ({ patronId }: One) => patron(patronId, 'cedar');
const gives = (sponsor: One, proxy: One, over: object = {}) =>
  call(give.using(at(monday)), {
    actor: as(sponsor),
    body: { card: proxy.card, familyName: 'Lindqvist', until: '2026-03-31', may: ['borrow'], ...over },
  });
const lend = async (sponsor: One, proxy: One | undefined, over: { item?: string; when?: string } = {}) => {
  const item = over.item ?? (await aCopy(table, { branchId })).barcode;
  const body = { branchId, item, patron: sponsor.card, ...(proxy && { proxy: proxy.card }) };
  return call(checkOut.using(at(over.when ?? monday)), { actor: desk, body });
};

test('a patron authorises a proxy to borrow: on the patron’s account and limits, recorded as fetched by another', async () => {
  const [sponsor, proxy] = [await aPerson('Sund'), await aPerson('Lindqvist')];
  expect(await lend(sponsor, proxy)).toMatchObject({ status: 403, body: { code: 'not-a-proxy' } });
  expect(await gives(sponsor, proxy)).toMatchObject({ status: 200, body: { patronId: proxy.patronId } });
  expect((await lend(sponsor, proxy)).status).toBe(201);
  expect((await lend(sponsor, proxy)).status).toBe(201);
  expect(await lend(sponsor, proxy)).toMatchObject({ status: 409, body: { code: 'too-many-loans' } });
  expect([await countersOf(table, sponsor.patronId), await countersOf(table, proxy.patronId)]).toMatchObject([
    { loans: 2 },
    { loans: 0 },
  ]);
  const [item] = await itemStore(table).lentTo(sponsor.patronId);
  expect(item?.loan?.proxyId).toBe(proxy.patronId);
  const shown = await call(myLoans.using(at(monday)), { actor: as(sponsor) });
  expect(shown.body).toMatchObject({ loans: [{ byProxy: true }, { byProxy: true }] });
  expect((await call(mine.using(at(monday)), { actor: as(proxy) })).body).toMatchObject({
    given: [],
    had: [{ patronId: sponsor.patronId, name: 'Amara Sund', until: '2026-03-31', may: ['borrow'], ended: false }],
  });
  const asked = { actor: desk, body: { branchId, card: proxy.card } };
  expect((await call(listed.using(at(monday)), asked)).body).toMatchObject({ had: [{ patronId: sponsor.patronId }] });
});

test('finding C10: a blocked person does not borrow for another', async () => {
  const [sponsor, proxy] = [await aPerson('Sund'), await aPerson('Lindqvist')];
  await gives(sponsor, proxy);
  const status = key('patronStatus', { patronId: proxy.patronId });
  const block = { code: 'conduct', scope: 'consortium', since: monday, by: 'staff:1' };
  await table.write([{ update: status, set: { blocks: [block] } }]);
  expect(await lend(sponsor, proxy)).toMatchObject({ status: 409, body: { code: 'proxy-blocked' } });
  await table.write([{ update: status, set: { blocks: [] } }]);
  expect((await lend(sponsor, proxy)).status).toBe(201);
});

test('permission ends on its day, by either of the two, at the desk; permission to collect does not include borrowing', async () => {
  const [sponsor, proxy] = [await aPerson('Sund'), await aPerson('Lindqvist')];
  const refused = async (when = monday) =>
    expect(await lend(sponsor, proxy, { when })).toMatchObject({ status: 403, body: { code: 'not-a-proxy' } });
  await gives(sponsor, proxy);
  await refused('2026-04-01T11:00:00.000Z');
  const back = { actor: as(sponsor), body: { proxyId: proxy.patronId } };
  expect((await call(withdraw.using(at(monday)), back)).status).toBe(200);
  await refused();
  expect(await call(withdraw, back)).toMatchObject({ status: 404, body: { code: 'no-proxy' } });
  await gives(sponsor, proxy, { may: ['collect'] });
  await refused();
  const copy = await aCopy(table, { branchId, state: 'on-hold-shelf', currentBranch: branchId });
  const claim = { holdId: `hld_${copy.itemId}`, patronId: sponsor.patronId, pickupBranch: branchId };
  const { hold: _, ...row } = (await table.get({ pk: `ITEM#${copy.itemId}`, sk: 'CIRC' })) ?? {};
  await table.write([{ put: { ...row, hold: claim } as never }]);
  const { holdId } = claim;
  const waits = { holdId, recordId: copy.recordId ?? '', patronId: sponsor.patronId, targetItemId: copy.itemId };
  await aPlacedHold(table, aHold({ ...waits, state: 'on-shelf' }));
  expect((await lend(sponsor, proxy, { item: copy.barcode })).status).toBe(201);
  const up = { actor: as(proxy), body: { patronId: sponsor.patronId } };
  expect((await call(withdraw.using(at(monday)), up)).status).toBe(200);
  const noted = { branchId, patronId: sponsor.patronId, card: proxy.card, until: '2026-03-02', may: ['borrow'] };
  expect((await call(give.using(at(monday)), { actor: desk, body: noted })).status).toBe(200);
  expect((await lend(sponsor, proxy)).status).toBe(201);
  const log = await scanAll(table.name, 'patronChange');
  const did = log.filter(({ pk }) => pk === `PATRON#${sponsor.patronId}`).map((row) => row.did);
  expect(did.filter((one) => one === 'proxy-given')).toHaveLength(3);
  expect(did.filter((one) => one === 'proxy-withdrawn')).toHaveLength(2);
});

test('no one finds out whose card exists by trying; a desk elsewhere records nothing', async () => {
  const [sponsor, proxy] = [await aPerson('Sund'), await aPerson('Lindqvist')];
  const wrongName = await gives(sponsor, proxy, { familyName: 'Berg' });
  const noCard = await gives(sponsor, { ...proxy, card: '29999999999999' });
  expect([wrongName.status, noCard.status]).toEqual([422, 422]);
  const errors = [wrongName, noCard].map(({ body }) => (body as { errors: unknown }).errors);
  expect(errors[0]).toEqual(errors[1]);
  expect(await gives(sponsor, sponsor, { familyName: 'Sund' })).toMatchObject({ body: { code: 'same-patron' } });
  expect(await gives(sponsor, proxy, { until: '2026-03-01' })).toMatchObject({ body: { code: 'until-past' } });
  const elm = staffAt('elm.main', 'desk');
  const body = {
    branchId: 'elm.main',
    patronId: sponsor.patronId,
    card: proxy.card,
    until: '2026-03-31',
    may: ['borrow'],
  };
  expect(await call(give.using(at(monday)), { actor: elm, body })).toMatchObject({ status: 403 });
});

test('of a concurrent withdrawal and loan the loan is made with permission or not at all', async () => {
  for (let round = 0; round < 4; round += 1) {
    const [sponsor, proxy] = [await aPerson('Sund'), await aPerson('Lindqvist')];
    await gives(sponsor, proxy);
    const back = { actor: as(sponsor), body: { proxyId: proxy.patronId } };
    const [lent, taken] = await Promise.all([lend(sponsor, proxy), call(withdraw.using(at(monday)), back)]);
    expect(taken.status).toBe(200);
    expect([201, 403]).toContain(lent.status);
    expect(await countersOf(table, sponsor.patronId)).toMatchObject({ loans: lent.status === 201 ? 1 : 0 });
  }
});

test('permission moves with a merge, and an erased proxy leaves nothing, not in a loan either', async () => {
  const [sponsor, proxy, doubled] = [await aPerson('Sund'), await aPerson('Lindqvist'), await aPerson('Lindqvist')];
  await gives(sponsor, doubled);
  expect((await lend(sponsor, doubled)).status).toBe(201);
  const asked = { actor: desk, path: { patronId: proxy.patronId }, body: { branchId, otherId: doubled.patronId } };
  expect((await call(merge.using(at(monday)), asked)).status).toBe(200);
  expect((await lend(sponsor, proxy)).status).toBe(201);
  expect((await call(askErasure.using(at(monday, { bucket: bucketInMemory() })), { actor: as(proxy) })).body).toEqual({
    state: 'erasing',
  });
  await erase.using(at(monday, { bucket: bucketInMemory() }))({}, lambda);
  const rows = await scanAll(table.name);
  for (const { patronId } of [proxy, doubled])
    expect(rows.filter((row) => JSON.stringify(row).includes(patronId))).toEqual([]);
  expect(await countersOf(table, sponsor.patronId)).toMatchObject({ loans: 2 });
  expect(await itemStore(table).lentTo(sponsor.patronId)).toHaveLength(2);
});

test('a guarantor sees what a child owes, and borrows nothing while it is above the limit', async () => {
  const mother = await aPerson('Sund');
  const person = { name: { family: 'Sund', given: 'Nils' }, birthDate: '2018-04-04' };
  const child = { branchId, card: '27777777777777', category: 'child', expiresOn: '2099-12-31', person };
  const made = await call(register.using(at(monday)), {
    actor: desk,
    body: { ...child, guarantorId: mother.patronId },
  });
  const { patronId } = made.body as { patronId: string };
  const fee = { branchId, patron: child.card, fee: 'damaged-item' };
  const charged = await call(chargeFee.using(at(monday)), { actor: desk, body: fee });
  expect(charged.status).toBe(201);
  const seen = await call(dependants.using(at(monday)), { actor: as(mother) });
  expect(seen.body).toMatchObject({ dependants: [{ patronId, owed: 1500 }] });
  expect(await lend(mother, undefined)).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'dependants-owe', params: { owed: { amount: 1500 }, limit: { amount: 1000 } } }] },
  });
  // At full age, patrons answer for themselves; the bill was the child's from the start.
  expect((await lend(mother, undefined, { when: '2036-04-05T11:00:00.000Z' })).status).toBe(201);
  expect((await patronStore(table).status(mother.patronId))?.counters.owed).toBe(0);
});
