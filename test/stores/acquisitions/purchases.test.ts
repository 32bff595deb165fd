import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import type { Purchase } from '../../../functions/acquisitions/domain/purchase.ts';
import { handler as buyItem } from '../../../functions/acquisitions/operations/buy-item/handler.ts';
import { handler as listPurchases } from '../../../functions/acquisitions/operations/list-purchases/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as undoPurchase } from '../../../functions/acquisitions/operations/undo-purchase/handler.ts';
import { handler as listFastAdded } from '../../../functions/catalogue/operations/list-fast-added/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import { aJpeg, aPng, withExif } from '../../builders/pictures.ts';

const [memberId, year] = ['cedar', '2026'];
const actor = staffAt(memberId, 'acquisitions', 'member-finance', 'member-admin', 'cataloguer');
const NOON = '2026-10-21T12:00:00.000Z';
let table: Table;
let bucket = bucketInMemory();

const ask = async (
  handler: OperationHandler,
  asked: { path?: object; body?: object; query?: Record<string, string> },
) => {
  const path = { memberId, ...asked.path };
  const { status, body } = await call(handler.using(at(NOON, { bucket })), { ...asked, actor, path });
  return { status, body: body as Record<string, unknown> };
};
const terms = {
  ...{ year, fund: 'ADULT', price: 1_850, boughtOn: '2026-10-20', title: 'The harbour at night', author: 'Byrne, Ada' },
  ...{ isbn: '9780306406157', seller: 'Market Street Books', branchId: 'cedar.main', barcode: 'C-1' },
};
const buy = (over: object = {}) => ask(buyItem, { body: { ...terms, ...over } });
const amounts = async () =>
  (await fundStore(table).levels({ memberId, year }, 'ADULT'))?.map(({ code, amounts: { whole } }) => [
    ...[code, whole.expended, whole.encumbered],
  ]);
const listed = async (query: Record<string, string> = {}) =>
  ((await ask(listPurchases, { query })).body as { purchases: (Purchase & { receiptUrl?: string })[] }).purchases;

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  process.env.BUCKET_NAME = 'bucket';
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  bucket = bucketInMemory();
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, '2025-01-01T00:00:00.000Z');
  await withBranch(table, 'cedar.main');
  const days = { firstDay: '2026-01-01', lastDay: '2026-12-31', timeZone: 'UTC', currency: 'USD' };
  const grace = { orderGraceDays: 0, invoiceGraceDays: 60, close: false, v: 0 };
  await ask(setYear, { path: { year }, body: { name: year, ...days, ...grace, approvalAbove: 5_000 } });
  const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
  const fund = { name: 'Books', state: 'active', limits, edition: 0 };
  await ask(setFund, { path: { year, code: 'BOOKS' }, body: fund });
  await ask(setFund, { path: { year, code: 'ADULT' }, body: { ...fund, parent: 'BOOKS' } });
  await ask(moveMoney, { path: { year }, body: { kind: 'allocation', to: 'ADULT', amount: 5_000 } });
});

test('A106 a purchase makes an item, posts its price without an encumbrance, and waits for a cataloguer', async () => {
  const { status, body } = await buy();
  expect([status, body]).toMatchObject([
    201,
    { price: 1_850, currency: 'USD', itemId: expect.stringMatching(/^itm_/) },
  ]);
  expect(await amounts()).toEqual([
    ['ADULT', 1_850, 0],
    ['BOOKS', 1_850, 0],
  ]);
  const waiting = await ask(listFastAdded, {});
  expect(waiting.body).toMatchObject({ records: [{ itemId: body.itemId, barcode: 'C-1', title: terms.title }] });
  expect(await listed({ fund: 'ADULT' })).toMatchObject([{ purchaseId: body.purchaseId, seller: terms.seller }]);
  expect(await listed({ fund: 'BOOKS' })).toEqual([]);
});

test('A106 the photo of the receipt is stored without where it was taken, and opens from the list', async () => {
  const photo = Buffer.from(withExif(aJpeg(900, 1200), 'GPS 52.5')).toString('base64');
  expect(await buy({ photo })).toMatchObject({ status: 201 });
  const [bought] = await listed();
  const [[file, bytes] = ['', new Uint8Array()]] = [...bucket.objects];
  expect(bought?.receiptUrl).toBe(`https://bucket.test/${file}`);
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('GPS');
  const refused = async (one: Uint8Array) =>
    (await buy({ barcode: 'C-2', photo: Buffer.from(one).toString('base64') })).body;
  expect(await refused(aPng(40, 40))).toMatchObject({ code: 'not-a-photo' });
  expect(await refused(new Uint8Array(2_000_001))).toMatchObject({ code: 'picture-too-large' });
});

test('A106 nothing is posted and no item made when the fund, the year, the branch, or the barcode does not allow it', async () => {
  expect(await buy({ price: 5_001 })).toMatchObject({
    ...{ status: 409, body: { code: 'needs-an-order', errors: [{ params: { limit: { amount: 5_000 } } }] } },
  });
  await buy({ price: 3_200, barcode: 'C-9' });
  expect(await buy()).toMatchObject({ status: 409, body: { code: 'fund-overspent' } });
  expect(await buy({ price: 100, barcode: 'C-9' })).toMatchObject({ status: 409, body: { code: 'barcode-taken' } });
  const codes = async (over: object) => (await buy({ price: 100, ...over })).body.code;
  expect(await codes({ branchId: 'birch.main' })).toBe('branch-elsewhere');
  expect(await codes({ branchId: 'cedar.other' })).toBe('branch-elsewhere');
  expect(await codes({ fund: 'MUSIC' })).toBe('unknown-fund');
  expect(await codes({ year: '2025' })).toBe('unknown-fiscal-year');
  expect(await codes({ boughtOn: '2026-10-22' })).toBe('bought-later');
  expect(await amounts()).toEqual([
    ['ADULT', 3_200, 0],
    ['BOOKS', 3_200, 0],
  ]);
  expect(await listed()).toHaveLength(1);
});

test('A106 of many purchases at the same time exactly those are posted that the limit of the fund allows', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => buy({ price: 1_000, barcode: `C-${at}` })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 201, 409, 409, 409]);
  expect(await amounts()).toEqual([
    ['ADULT', 5_000, 0],
    ['BOOKS', 5_000, 0],
  ]);
  expect(await listed()).toHaveLength(5);
}, 60_000);

test('a purchase is undone once: the money is free again, and the list says who did it and why', async () => {
  const { purchaseId } = (await buy()).body;
  const undo = () => ask(undoPurchase, { path: { purchaseId }, body: { reason: 'Returned to the shop' } });
  const answers = await Promise.all([undo(), undo()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await amounts()).toEqual([
    ['ADULT', 0, 0],
    ['BOOKS', 0, 0],
  ]);
  expect(await listed()).toMatchObject([{ undone: { reason: 'Returned to the shop' }, v: 2 }]);
  const unknown = await ask(undoPurchase, {
    path: { purchaseId: 'pur_01kb0000000000000000000000' },
    body: { reason: 'No such' },
  });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-purchase' } });
});
