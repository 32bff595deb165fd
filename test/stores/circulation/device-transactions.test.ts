import { handler as list } from '../../../functions/circulation/operations/list-device-transactions/handler.ts';
import { handler as report } from '../../../functions/circulation/operations/report-device-transaction/handler.ts';
import { handler as settle } from '../../../functions/circulation/operations/settle-device-transaction/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, at, selfCheckAt } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { todayOf } from '../../builders/today.ts';

const [monday, later] = ['2026-03-02T11:00:00.000Z', '2026-03-02T12:00:00.000Z'];
const branchId = 'cedar.main';
const desk = staffAt(branchId, 'desk');
let table: Table & { name: string };

beforeEach(async () => {
  table = await aTable();
  await aConsortium(table);
});

const reported = (more: object, branch = branchId) =>
  call(report.using(at(monday)), {
    actor: selfCheckAt(branch),
    body: {
      ...{ branchId: branch, transactionId: 'sip2-1', state: 'refused', kind: 'check-out', item: '31234000009876' },
      ...{ codes: ['unknown-item'], ...more },
    },
  });
const listed = async (which: 'open' | 'handled' = 'open', branch = branchId) => {
  const asked = { actor: staffAt(branch, 'desk'), path: { branchId: branch }, query: { list: which } };
  const { status, body } = await call(list.using(at(later)), asked);
  expect(status).toBe(200);
  return (body as { transactions: { transactionId: string }[] }).transactions;
};
const settled = (transactionId: string, actor = desk) =>
  call(settle.using(at(later)), { actor, path: { branchId, transactionId } });

test('a refused transaction is listed once for the staff of its branch, by its patron and without the card, until one of them has handled it', async () => {
  const { card, patronId } = await aBorrower(table);
  for (let times = 0; times < 2; times += 1) expect((await reported({ card, madeAt: monday })).status).toBe(200);
  expect(await listed()).toEqual([
    {
      ...{ transactionId: 'sip2-1', state: 'refused', kind: 'check-out', item: '31234000009876', patronId },
      ...{ madeAt: monday, reportedAt: monday, codes: ['unknown-item'], device: 'mch_1' },
    },
  ]);
  const rows = (await scanAll(table.name)).filter(({ entity }) => entity === 'deviceTransaction');
  expect(JSON.stringify(rows)).not.toContain(card);
  expect((await todayOf(desk, branchId, at(later))).devices).toMatchObject({ count: 1 });
  expect(await listed('open', 'birch.east')).toEqual([]);
  expect((await settled('sip2-1', staffAt('birch.east', 'desk'))).status).toBe(403);

  expect((await settled('sip2-1')).body).toMatchObject({ handled: { at: later } });
  expect((await settled('sip2-1', staffAt(branchId, 'desk-supervisor'))).body).toMatchObject({
    handled: { by: `staff:${(desk as { id: string }).id}` },
  });
  expect([await listed(), (await listed('handled')).map(({ transactionId }) => transactionId)]).toEqual([
    [],
    ['sip2-1'],
  ]);
  expect(await todayOf(desk, branchId, at(later))).not.toHaveProperty('devices');
  // The gateway reports it once more, from another file.
  await reported({ state: 'waiting' });
  expect(await listed()).toEqual([]);
});

test('what waited leaves the list when it was recorded; an unknown card is no reason to refuse a report', async () => {
  await reported({ state: 'waiting', card: 'no such card !', codes: ['not-signed-in'] });
  expect(await listed()).toMatchObject([{ state: 'waiting', codes: ['not-signed-in'] }]);
  await reported({ state: 'recorded', codes: [] });
  expect(await listed()).toEqual([]);
  expect((await settled('sip2-1')).body).toMatchObject({ code: 'unknown-transaction' });
});

test('a device reports at its own branch only', async () => {
  const asked = { branchId: 'birch.east', transactionId: 'sip2-1', state: 'refused', kind: 'other', codes: [] };
  expect((await call(report.using(at(monday)), { actor: selfCheckAt(branchId), body: asked })).status).toBe(403);
});
