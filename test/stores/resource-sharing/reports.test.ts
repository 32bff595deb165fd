import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import type { LoanReport } from '../../../functions/resource-sharing/domain/reports/report-schema.ts';
import {
  currentAsk,
  type NewLoanRequest,
  placeLoanRequest,
} from '../../../functions/resource-sharing/domain/requests/request.ts';
import { act } from '../../../functions/resource-sharing/domain/workflow/act.ts';
import type { TriggerContext } from '../../../functions/resource-sharing/domain/workflow/context.ts';
import { TIMERS_IN_LIFE } from '../../../functions/resource-sharing/domain/workflow/timers.ts';
import type { Side, Trigger } from '../../../functions/resource-sharing/domain/workflow/triggers.ts';
import { handler as report } from '../../../functions/resource-sharing/operations/report/handler.ts';
import { handler as reportCsv } from '../../../functions/resource-sharing/operations/report-csv/handler.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { call } from '../../builders/call.ts';
import { fromOutside } from '../../builders/copy-requests.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const placedAt = '2026-03-02T11:00:00.000Z';
const hours = (count: number): string => new Date(Date.parse(placedAt) + count * 3_600_000).toISOString();
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const memberId of ['ash', 'birch', 'cedar']) {
    const member = { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
    const put = {
      ...membershipKeys.key('member', { memberId }),
      ...stamp('member', 1),
      ...member,
      createdAt: placedAt,
    };
    await table.write([{ put: { ...put, gsi2pk: 'DIRECTORY', gsi2sk: memberId } }]);
  }
});

let serial = 0;
type Taken = [Side, Trigger, number, Partial<TriggerContext>?];

/** Places a request and saves each step with its counts in one write; a lost race is retried, as in the product. */
const goes = async (
  steps: readonly Taken[],
  more: Partial<NewLoanRequest> = {},
  suppliers = ['ash'],
): Promise<void> => {
  serial += 1;
  const store = loanRequestStore(table);
  const requestId = `req_report${serial}`;
  const placed = placeLoanRequest(
    {
      ...{ requestId, kind: 'consortium-loan', recordId: `rec_${serial}`, requesterMember: 'cedar' },
      ...{ pickupBranch: 'cedar.main', serviceLevel: 'normal', placedAt },
      rota: suppliers.map((member) => ({ member, score: 1, points: 1, factors: [] })),
      ...more,
    },
    TIMERS_IN_LIFE,
  );
  await store.place(placed, []);
  for (const [side, trigger, after, particulars = {}] of steps) {
    const before = await store.load(requestId);
    if (!before) throw new Error('gone');
    const open = currentAsk(before.request)?.askId;
    const askId = trigger === 'ask' ? `ask_${serial}_${before.request.asks.length}` : open;
    const about = { side, at: hours(after), by: { kind: 'system' as const }, policy: TIMERS_IN_LIFE };
    const acted = act(before.request, trigger, { ...about, ...(askId && { askId }), ...particulars });
    if ('refused' in acted) throw new Error(`${trigger}: ${acted.refused.map(({ code }) => code).join()}`);
    if (!(await store.save(before, acted))) throw new Error('lost a race');
  }
};

const SHIPMENT = { itemId: 'itm_1', barcode: '31234000000017', due: hours(24 * 40) };
const filled: Taken[] = [
  ['requester', 'ask', 1],
  ['supplier', 'accept', 5],
  ['supplier', 'ship', 24, { ...SHIPMENT, terms: { cost: { amount: 500, currency: 'EUR' } } }],
  ['requester', 'receive', 72],
];
const refused: Taken[] = [
  ['requester', 'ask', 1],
  ['supplier', 'decline', 3, { reason: 'NotOnShelf' }],
  ['requester', 'rota-ended', 4],
];
const query = { from: '2026-03', to: '2026-03' };
const read = async (actor: Actor, memberId?: string): Promise<LoanReport> =>
  (await call(report, { actor, query: { ...query, ...(memberId && { memberId }) } })).body as LoanReport;

test('twenty concurrent requests between one pair are all counted, by the requester’s months and by the supplier’s', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => goes(i % 4 === 0 ? refused : filled)));
  const cedar = await read(staffAt('cedar.main', 'ill'), 'cedar');
  expect(cedar.borrowing).toMatchObject({
    ...{ asked: 20, filled: 15, unfilled: 5, fillRate: 0.75, reasons: [{ reason: 'NotOnShelf', count: 5 }] },
    requests: { begun: 20, filled: 15, unfilled: 5, fillRate: 0.75 },
    costs: [{ currency: 'EUR', amount: 7500, charged: 15, perCharged: 500, perFilled: 500 }],
    pairs: [{ requester: 'cedar', supplier: 'ash', medianAnswerHours: 4, medianTurnaroundHours: 72 }],
  });
  expect(cedar.lending.asked).toBe(0);
  const ash = await read(staffAt('ash', 'member-admin'), 'ash');
  expect(ash.lending).toMatchObject({ asked: 20, filled: 15, unfilled: 5 });
  expect(ash.balance).toEqual([{ library: 'cedar', lent: 15, borrowed: 0, net: 15 }]);
});

test('a report of all has each request once on either side, with those of partners outside', async () => {
  await goes([...filled.slice(0, 2), ['supplier', 'ship', 24, SHIPMENT]], fromOutside, ['birch']);
  const ofBirch = { requesterMember: 'birch', pickupBranch: 'birch.east', service: 'copy-or-loan' as const };
  await goes(filled, ofBirch, ['prt_elm']);
  const all = await read(consortiumStaff('auditor'));
  expect(all.borrowing.asked).toBe(21);
  expect(all.lending.asked).toBe(21);
  expect(all.balance).toEqual([
    { library: 'ash', lent: 15, borrowed: 0, net: 15 },
    { library: 'birch', lent: 1, borrowed: 1, net: 0 },
    { library: 'cedar', lent: 0, borrowed: 15, net: -15 },
  ]);
  const csv = await call(reportCsv, { actor: consortiumStaff('admin'), query });
  expect(csv.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="loans-between-libraries-all-2026-03-2026-03.csv"',
  });
  const lines = String(csv.body).trimEnd().split('\r\n');
  // Cedar from ash, cedar unfilled, birch from elm outside, oak outside from birch.
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 4).join())).toEqual([
    ...['2026-03,birch,prt_elm,copy-or-loan', '2026-03,cedar,,loan', '2026-03,cedar,ash,loan'],
    '2026-03,prt_oak,birch,loan',
  ]);
});

test('other months are empty, and a report is read only by the library itself and the consortium', async () => {
  const actor = staffAt('cedar', 'ill');
  const other = await call(report, { actor, query: { memberId: 'cedar', from: '2026-04', to: '2026-06' } });
  expect(other).toMatchObject({ status: 200, body: { borrowing: { asked: 0 }, months: [], balance: [] } });
  const status = async (who: Actor, query: Record<string, string>) =>
    (await call(report, { actor: who, query })).status;
  expect(await status(actor, { ...query, memberId: 'ash' })).toBe(403);
  expect(await status(actor, query)).toBe(403);
  expect(await status(staffAt('cedar', 'desk'), { ...query, memberId: 'cedar' })).toBe(403);
  expect(await status(consortiumStaff('admin'), { ...query, memberId: 'ash' })).toBe(200);
  expect(await status(actor, { memberId: 'cedar', from: '2026-04', to: '2026-03' })).toBe(422);
  expect(await status(actor, { memberId: 'cedar', from: '2022-04', to: '2026-03' })).toBe(422);
  expect(await status(actor, { memberId: 'cedar', from: '2026-13', to: '2026-03' })).toBe(400);
});

test('a row of counters stays small, however varied a month was', async () => {
  const rows = await table.queryAll({
    partition: membershipKeys.key('member', { memberId: 'cedar' }).pk,
    begins: 'LOANREPORT#',
  });
  for (const row of rows) expect(JSON.stringify(row).length).toBeLessThan(1024);
  expect(JSON.stringify(rows)).not.toContain('pat_');
});
