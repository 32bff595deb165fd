import { handler as meterUsage } from '../../../functions/finance/consumers/meter-usage/handler.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import type { ReportView } from '../../../functions/finance/domain/usage-report/view-schema.ts';
import { handler as listOperations } from '../../../functions/finance/operations/list-operations/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { services } from '../../../layers/kernel/usage/usage-line.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aReportLine } from '../../builders/log-lines.ts';
import { type LoggedUse, listenToUse, meterAll } from '../../builders/logged-use.ts';
import { consortiumStaff } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { useOfAllKinds } from '../../proofs/crash-points/use-of-all-kinds.ts';

/** Real functions are called in every way, and their own log lines are metered: which part of the cost remains unattributed? */
const day = '2026-03-10';
const libraries = ['ash', 'birch', 'cedar', 'elm'];
let index: TestIndex;
let use: LoggedUse;
let table: Table;
type Line = ReportView['lines'][number];
let lines: Line[];

const stored = async (): Promise<Line[]> => {
  const runtime = at(`${day}T12:00:00.000Z`);
  const asked = { actor: consortiumStaff('auditor'), path: { month: day.slice(0, 7) } };
  const { status, body } = await call(listOperations.using(runtime), asked);
  expect(status).toBe(200);
  return (body as { operations: Line[] }).operations;
};

beforeAll(async () => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  jest.spyOn(console, 'error').mockImplementation(() => {});
  index = anIndex();
  use = listenToUse();
  await useOfAllKinds();
  table = await aTable();
  for (const memberId of libraries) {
    const member = { memberId, name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
    await memberStore(table).create(member, '2026-01-01T00:00:00.000Z');
  }
  const meter = meterUsage.using(at(`${day}T12:00:00.000Z`));
  // One of them crashed and wrote no line: only the platform's report counts it.
  await meterAll(meter, { lines: [...use.lines] }, [aReportLine('crashed')]);
  lines = await stored();
}, 120_000);
afterAll(() => index.drop());

const sum = (of: readonly Line[], value: (line: Line) => number): number =>
  of.reduce((all, line) => all + value(line), 0);
const unexplained = (): Line[] => lines.filter(({ pool }) => pool === 'unattributed');
/** Returns the lines of used services: cost that nobody used is no part of a share of use. */
const used = (): Line[] => lines.filter(({ service }) => services.some((one) => one === service));

test('F2 of all kinds of use at most 1 % is unattributed, by requests and by cost, and it is shown', () => {
  const kinds = new Set(use.lines.map(({ op }) => op));
  expect(kinds.size).toBeGreaterThan(45);
  const [events, cost] = [(line: Line) => line.events, ({ amount }: Line) => Number(amount.exact)];
  expect(new Set(unexplained().map(({ operation }) => operation))).toEqual(new Set(['platform-invocation']));
  expect(sum(unexplained(), events)).toBe(1);
  expect(sum(unexplained(), events) / sum(used(), events)).toBeLessThanOrEqual(0.01);
  expect(sum(unexplained(), cost)).toBeGreaterThan(0);
  expect(sum(unexplained(), cost) / sum(used(), cost)).toBeLessThanOrEqual(0.01);
});

/** Costs with a name and no requests: metering itself, lines without an invocation, and invocations without a line. */
const namedLines = ['finance-meter-usage', 'platform-log-lines', 'platform-invocation'];

test('F2 every line of the month has a reason: its requests name the rule, or its name says why there are none', async () => {
  const store = usageStore(table);
  const days = await store.ofMonth(day.slice(0, 7), libraries);
  expect(days.length).toBeGreaterThan(45);
  const withoutReason: string[] = [];
  for (const { member, operation } of days) {
    const page = await store.requests({ day, member, operation }, { limit: 100 });
    if (page === 'bad-cursor') throw new Error(page);
    const isExpected = page.rows.length > 0 && page.rows.every(({ because }) => because !== 'unexplained');
    if (!isExpected && !namedLines.includes(operation)) withoutReason.push(`${member} ${operation}`);
  }
  expect(withoutReason).toEqual([]);
});
