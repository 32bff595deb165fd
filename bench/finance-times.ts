import { createWriteStream } from 'node:fs';
import { members } from '../demo/members.ts';
import { handler as meterUsage } from '../functions/finance/consumers/meter-usage/handler.ts';
import { periodStore } from '../functions/finance/data/period-store.ts';
import { statementStore } from '../functions/finance/data/statement-store.ts';
import { newPeriod, type Period } from '../functions/finance/domain/periods/period.ts';
import { draftHash } from '../functions/finance/domain/statements/pack.ts';
import { monthReport } from '../functions/finance/domain/usage-report/month-report.ts';
import { reported } from '../functions/finance/domain/usage-report/synthetic-month.ts';
import { handler as listOperations } from '../functions/finance/operations/list-operations/handler.ts';
import { handler as showStatement } from '../functions/finance/operations/show-statement/handler.ts';
import { memberStore } from '../functions/membership/data/member-store.ts';
import { sha256 } from '../layers/platform/objects/sha-256.ts';
import { log } from '../layers/platform/runtime/log.ts';
import { count, currentUsage, metered } from '../layers/platform/runtime/meter.ts';
import { systemRuntime } from '../layers/platform/runtime/runtime.ts';
import { call } from '../test/builders/call.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../test/builders/log-lines.ts';
import { resources } from '../test/builders/month/deployed-resources.ts';
import { wideMonth } from '../test/builders/month/wide-month.ts';
import { wideStatements } from '../test/builders/month/wide-statements.ts';
import { consortiumStaff } from '../test/builders/people.ts';
import { p95 } from './p95.ts';
import { withDynamoDb } from './with-dynamodb.ts';

/** The 95th percentile's limit, in milliseconds. */
const BUDGET = { page: 1_500, lag: 15 * 60_000, overhead: 5 };
const SIZE = { members: 500, operations: 60 };
const auditor = consortiumStaff('auditor');

const timed = async (times: number, work: (turn: number) => Promise<void>): Promise<number> => {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await work(turn);
    taken.push(performance.now() - began);
  }
  return p95(taken);
};

/** Measures the time to show a member's statement among those of 500, each time another member's. */
const measurePage = async (): Promise<number> => {
  const table = await aTable();
  const [month, input] = ['2026-10', wideMonth('2026-10', SIZE)];
  const written = wideStatements(input, reported(monthReport(input)));
  const [first] = written;
  if (!first) throw new Error('There are no statements.');
  const { currency, total, due } = first.statement;
  const hash = draftHash(
    month,
    written.map(({ pack }) => pack),
    sha256,
  );
  const draft = { hash, statements: written.length, currency, total, due };
  const period: Period = { ...newPeriod(month), state: 'reconciled', round: 1, draft };
  await periodStore(table).save({ period: newPeriod(month), v: 0 }, period);
  await statementStore(table).keep(period, written);
  const page = showStatement.using(systemRuntime());
  return timed(200, async (turn) => {
    const memberId = written[(turn * 7) % written.length]?.statement.memberId ?? '';
    const { status } = await call(page, { actor: auditor, path: { month, memberId } });
    if (status !== 200) throw new Error(`The statement of ${memberId} answered ${status}.`);
  });
};

type Shown = { operations: { operation: string; member: string; events: number }[] };

const REQUESTS = 100;

/** Measures the time from the delivery of a batch of requests to the month's report, without the delay of the platform's logs. */
const measureLag = async (): Promise<number> => {
  const table = await aTable();
  for (const member of members) await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  const runtime = { ...systemRuntime(), clock: { now: () => Date.parse('2026-11-24T10:05:00.000Z') } };
  const [meter, report] = [meterUsage.using(runtime), listOperations.using(runtime)];
  return timed(40, async (turn) => {
    const ids = Array.from({ length: REQUESTS }, (_, at) => `t${turn}r${at}`);
    const messages = ids.flatMap((id) => [aUsageLine(id), aReportLine(id)]);
    await meter(aLogsEvent({ messages, stream: `lag-${turn}` }), { awsRequestId: `lag-${turn}` });
    const { body } = await call(report, { actor: auditor, path: { month: '2026-11' } });
    const { events = 0 } =
      (body as Shown).operations.find(({ operation }) => operation === 'circulation-check-out') ?? {};
    if (events !== (turn + 1) * REQUESTS)
      throw new Error(`The report has ${events} of ${(turn + 1) * REQUESTS} requests.`);
  });
};

/** Measures the time that metering adds to a request: its usage is recorded, counted twenty times, and written in one line. */
const measureOverhead = (print: (line: string) => void): Promise<number> => {
  const line = aUsageLine('0123456789abcdef');
  console.log = print;
  return timed(20_000, () =>
    metered(async () => {
      for (let at = 0; at < 20; at += 1) count({ readUnits: 0.5, writeUnits: 1 });
      log({ ...line, units: currentUsage()?.units });
    }),
  );
};

process.env.DEPLOYED_RESOURCES = JSON.stringify(resources);
const print = console.log;
const sink = createWriteStream('/dev/null');
console.log = () => {};
const [page, lag, overhead] = await withDynamoDb(async () => {
  return [await measurePage(), await measureLag(), await measureOverhead((text) => void sink.write(`${text}\n`))];
});
console.log = print;
sink.end();
const rows = [
  {
    case: 'F8',
    test: `a statement of ${SIZE.members} is shown in ${page} ms p95 (budget ${BUDGET.page} ms)`,
    passed: page <= BUDGET.page,
  },
  {
    case: 'F8',
    test: `a batch of ${REQUESTS} requests is in the report ${lag} ms p95 after it came (budget 15 min, the platform’s logs included)`,
    passed: lag <= BUDGET.lag,
  },
  {
    case: 'F12',
    test: `metering adds ${overhead} ms p95 to a request (budget ${BUDGET.overhead} ms)`,
    passed: overhead <= BUDGET.overhead,
  },
];
if (process.argv.includes('--json')) console.log(JSON.stringify({ page, lag, overhead, cases: rows }));
else for (const { test, passed } of rows) console.log(`${passed ? '✓' : '✗'} ${test}`);
