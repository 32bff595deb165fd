import { type ClosingDeps, closingDeps, trueUpDeps } from '../functions/finance/deps.ts';
import type { DailySum } from '../functions/finance/domain/metering/aggregate.ts';
import { monthReport } from '../functions/finance/domain/usage-report/month-report.ts';
import { reported } from '../functions/finance/domain/usage-report/synthetic-month.ts';
import { handler as listLineEvidence } from '../functions/finance/operations/list-line-evidence/handler.ts';
import { findTrueUp } from '../functions/finance/use-cases/find-true-up.ts';
import { daysIn, shiftedMonth } from '../layers/kernel/calendar/month.ts';
import { nobodysOwn } from '../layers/kernel/usage/usage-line.ts';
import { systemRuntime } from '../layers/platform/runtime/runtime.ts';
import { call } from '../test/builders/call.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { closeMonth, putClosedMonth, reconciledMonth, withAdoptedFee } from '../test/builders/month/close-month.ts';
import { resources } from '../test/builders/month/deployed-resources.ts';
import { wideMonth } from '../test/builders/month/wide-month.ts';
import { wideStatements } from '../test/builders/month/wide-statements.ts';
import { withBucket } from '../test/builders/month/with-bucket.ts';
import { consortiumStaff } from '../test/builders/people.ts';
import { p95 } from './p95.ts';
import { withDynamoDb } from './with-dynamodb.ts';

const SIZE = { members: 500, operations: 60 };
/** The earlier months have fewer operations, as wide ones take minutes. `--wide` gives them all 60; a year was then trued up in 6 s. */
const BEHIND = { ...SIZE, operations: process.argv.includes('--wide') ? SIZE.operations : 12 };
/** Seconds to write, book and seal all statements, and to true up a year's dues. */
const BUDGET = 60;
/** Milliseconds to open a line of a sealed month, including the first time (as on a page). */
const OPENING = 1_500;
const YEAR = 2026;
const LAST = `${YEAR}-12`;
const NOW = Date.parse('2027-01-12T09:00:00.000Z');

process.env.DEPLOYED_RESOURCES = JSON.stringify(resources);

const seconds = (ms: number): number => Math.round(ms / 10) / 100;

/** The largest member, and the pools, use every operation on every day of the last month: the evidence of a line is a whole month. */
const LARGEST = 'member-000';
const otherDays = (sums: readonly DailySum[]): DailySum[] => {
  const days = Array.from({ length: daysIn(LAST) }, (_, at) => `${LAST}-${String(at + 1).padStart(2, '0')}`);
  const busy: readonly string[] = [LARGEST, ...nobodysOwn];
  return sums
    .filter(({ member }) => busy.includes(member))
    .flatMap((sum) => days.filter((day) => day !== sum.day).map((day) => ({ ...sum, day })));
};

/** Opens each usage line of the largest member's statement, in a container that has read nothing yet; then again. */
const openLines = async (deps: ClosingDeps) => {
  const heads = await deps.statements.heads((await deps.periods.load(LAST)).period);
  const head = heads.find(({ memberId }) => memberId === LARGEST);
  if (!head) throw new Error('The largest member has no statement.');
  const lines = (await deps.statements.read(head)).lines.filter(({ evidence }) => evidence.kind === 'usage');
  const handler = listLineEvidence.using(systemRuntime());
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    for (const { lineId } of lines) {
      const began = performance.now();
      const path = { month: LAST, memberId: LARGEST, lineId };
      const { status } = await call(handler, { actor: consortiumStaff('auditor'), path });
      if (status !== 200) throw new Error(`The line ${lineId} answered ${status}.`);
      times.push(performance.now() - began);
    }
  }
  const [first = 0, ...later] = times;
  return { first: Math.round(first), later: p95(later), lines: lines.length };
};

/** Closes the year's last month through the stores, as the workflow does, after eleven closed ones; then trues the year up. */
const measured = async () => {
  const table = await aTable();
  const deps = closingDeps(systemRuntime());
  const wide = wideMonth(LAST, SIZE);
  await withAdoptedFee(table, [...wide.key.weights.keys()], YEAR);
  for (let back = 11; back > 0; back -= 1) {
    const month = shiftedMonth(LAST, -back);
    const input = wideMonth(month, BEHIND);
    await putClosedMonth(deps, month, wideStatements(input, reported(monthReport(input))), NOW);
  }
  await reconciledMonth(deps, { month: LAST, sums: [...wide.sums, ...otherDays(wide.sums)], now: NOW });
  const close = await closeMonth(deps, LAST, NOW);
  const opened = await openLines(deps);
  const began = performance.now();
  const found = await findTrueUp(trueUpDeps(systemRuntime()), {
    year: YEAR,
    fee: 'membership',
    input: { costs: {} },
    now: NOW,
  });
  if ('refused' in found) throw new Error(JSON.stringify(found.refused));
  const trueUp = { seconds: seconds(performance.now() - began), parts: found.trueUp.parts.length };
  return { draft: seconds(close.draft), book: seconds(close.book), statements: close.statements, opened, trueUp };
};

// Handlers log a line for each request: here only the figures matter.
const print = console.log;
console.log = () => {};
const { draft, book, statements, opened, trueUp } = await withDynamoDb(() => withBucket(measured));
console.log = print;
const whole = Math.round((draft + book) * 100) / 100;
const rows = [
  {
    case: 'F8',
    test: `${statements} statements are written in ${draft} s and booked and sealed in ${book} s through the table (budget ${BUDGET} s for both)`,
    passed: whole <= BUDGET && statements === SIZE.members,
  },
  {
    case: 'F8',
    test: `a line of a sealed month opens to the use behind it in ${opened.first} ms the first time, then ${opened.later} ms p95 (budget ${OPENING} ms)`,
    passed: opened.first <= OPENING && opened.later <= OPENING,
  },
  {
    case: 'F8',
    test: `a year of ${trueUp.parts} members and ${BEHIND.operations} operations a month is trued up in ${trueUp.seconds} s (budget ${BUDGET} s)`,
    passed: trueUp.seconds <= BUDGET && trueUp.parts === SIZE.members,
  },
];
if (process.argv.includes('--json')) console.log(JSON.stringify({ draft, book, opened, trueUp, cases: rows }));
else for (const { test, passed } of rows) console.log(`${passed ? '✓' : '✗'} ${test}`);
