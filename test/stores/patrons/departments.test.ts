import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as sums } from '../../../functions/finance/operations/list-cost-centres/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as edit } from '../../../functions/patrons/operations/edit-patron/handler.ts';
import { handler as list } from '../../../functions/patrons/operations/list-departments/handler.ts';
import { handler as set } from '../../../functions/patrons/operations/set-department/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { openBills } from '../../builders/open-bills.ts';
import { aPatron, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const late = '2026-04-20T11:00:00.000Z';
const branchId = 'cedar.main';
const desk = staffAt('cedar.main', 'desk');
const admin = staffAt('cedar', 'member-admin', 'member-finance');
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  const member = { memberId: 'cedar', name: 'Cedar', type: 'special' as const, fiscalYearStartsIn: 1 };
  await memberStore(table).create({ ...member, lendsOnRequest: false } as never, monday);
});

const sets = (over: object = {}, actor = admin) =>
  call(set, { actor, body: { branchId, code: 'chemistry', name: 'Chemistry', costCentre: '4711-20', ...over } });
const edits = (patronId: string, version: number, department: string | null) =>
  call(edit.using(at(monday)), { actor: desk, path: { patronId }, body: { branchId, version, department } });

test('a member’s admin maintains its departments; a desk adds patrons to those that accept people', async () => {
  expect(await sets({}, desk)).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  expect((await sets()).status).toBe(200);
  expect((await sets({ code: 'old', name: 'Alchemy', costCentre: 'X', closed: true })).status).toBe(200);
  expect(await sets({ name: 'Another' })).toMatchObject({ status: 409, body: { code: 'department-exists' } });
  expect((await call(list, { actor: desk, query: { branchId } })).body).toEqual({
    departments: [
      { code: 'chemistry', name: 'Chemistry', costCentre: '4711-20', closed: false, version: 1 },
      { code: 'old', name: 'Alchemy', costCentre: 'X', closed: true, version: 1 },
    ],
  });
  const { patronId } = await aPatron(table, { homeBranch: branchId });
  for (const wrong of ['physics', 'old'])
    expect(await edits(patronId, 1, wrong)).toMatchObject({ status: 422, body: { code: 'department-unknown' } });
  expect((await edits(patronId, 1, 'chemistry')).body).toMatchObject({ changed: ['department'], version: 2 });
  expect((await edits(patronId, 2, null)).status).toBe(200);
  expect((await patronStore(table).status(patronId, { strong: true }))?.department).toBeUndefined();
});

test('an edit made from an older version is refused, and each change is in the audit log of the member', async () => {
  const physics = { code: 'physics', name: 'Physics', costCentre: '1' };
  expect((await sets(physics)).body).toMatchObject({ version: 1 });
  const both = await Promise.all([
    sets({ ...physics, version: 1, costCentre: '2' }),
    sets({ ...physics, version: 1, name: 'Old physics' }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'changed-meanwhile' });
  const lines = await table.queryAll({ partition: 'AUDIT#department:cedar.physics' });
  expect(lines).toMatchObject([
    { did: 'set-department', detail: { after: { costCentre: '1', version: 1 } } },
    { did: 'set-department', detail: { before: { version: 1 }, after: { version: 2 } } },
  ]);
  expect(lines.every(({ gsi2pk }) => String(gsi2pk).includes('cedar'))).toBe(true);
});

test('charges of its people have the cost centre of the day of the loan, from the bill to the books and their sums', async () => {
  await sets({ code: 'biology', name: 'Biology' });
  const { patronId, card } = await aPatron(table, { homeBranch: branchId });
  await edits(patronId, 1, 'biology');
  const copy = await aCopy(table, { branchId });
  const lend = { branchId, item: copy.barcode, patron: card };
  expect((await call(checkOut.using(at(monday)), { actor: desk, body: lend })).status).toBe(201);
  await sets({ code: 'biology', name: 'Biology', costCentre: '4711-99', version: 1 });
  await call(checkIn.using(at(late)), { actor: desk, body: { branchId, item: copy.barcode } });
  const fee = { branchId, patron: card, fee: 'damaged-item' };
  expect((await call(chargeFee.using(at(late)), { actor: desk, body: fee })).status).toBe(201);
  const bills = await openBills(table, patronId);
  const fine = bills.find(({ kind }) => kind === 'overdue');
  expect(bills.map(({ kind, costCentre }) => [kind, costCentre]).toSorted()).toEqual([
    ['fee', '4711-99'],
    ['overdue', '4711-20'],
  ]);
  const paid = { branchId, patron: card, billId: fine?.billId, amount: 100 };
  expect((await call(payBill.using(at(late)), { actor: desk, body: paid })).status).toBe(201);
  const asked = { actor: admin, path: { period: '2026-04' }, query: { member: 'cedar' } };
  expect((await call(sums, asked)).body).toMatchObject({
    costCentres: [
      { costCentre: '4711-20', charged: fine?.amount, paid: 100 },
      { costCentre: '4711-99', charged: 1500, paid: 0 },
    ],
  });
  const entries = JSON.stringify(await scanAll(table.name, 'ledgerEntry'));
  expect([entries.includes(patronId), entries.includes(card)]).toEqual([false, false]);
  // A patron without a department is charged to none.
  const nobody = await aPatron(table, { homeBranch: branchId });
  const other = { ...fee, patron: nobody.card };
  await call(chargeFee.using(at(late)), { actor: desk, body: other });
  expect((await openBills(table, nobody.patronId))[0]?.costCentre).toBeUndefined();
});
