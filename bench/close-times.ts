import { findTrueUp } from '../layers/data/find-true-up.ts';
import { periodHouse } from '../layers/data/period-house.ts';
import { sealedUseStore } from '../layers/data/sealed-use-store.ts';
import { shiftedMonth } from '../layers/domain/report/month.ts';
import { monthReport } from '../layers/domain/report/month-report.ts';
import { reported } from '../layers/domain/report/synthetic-month.ts';
import { systemRuntime } from '../layers/runtime/runtime.ts';
import { bucketInMemory } from '../test/builders/bucket-in-memory.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { closeMonth, putClosedMonth, reconciledMonth, withAdoptedFee } from './month/close-month.ts';
import { standing } from './month/standing.ts';
import { wideMonth } from './month/wide-month.ts';
import { wideStatements } from './month/wide-statements.ts';
import { withDynamoDb } from './with-dynamodb.ts';

const SIZE = { members: 500, operations: 60 };
/** The closed months behind are narrower: putting wide ones takes minutes. `--wide` makes them as the last; a year was then trued up in 29 s. */
const BEHIND = { ...SIZE, operations: process.argv.includes('--wide') ? SIZE.operations : 12 };
/** Seconds in which the statements of all are written, booked and sealed (finance.md section 8, 8), and a year's dues trued up. */
const BUDGET = 60;
const YEAR = 2026;
const LAST = `${YEAR}-12`;
const NOW = Date.parse('2027-01-12T09:00:00.000Z');

process.env.STANDING = JSON.stringify(standing);

const seconds = (ms: number): number => Math.round(ms / 10) / 100;

/** Closes the year's last month through the stores, as the workflow does, behind eleven that are closed; then trues the year up. */
const measured = async () => {
  const table = await aTable();
  // Its use is kept in a bucket of memory: what is timed is the table, and the work.
  const bucket = bucketInMemory();
  const house = { ...periodHouse(systemRuntime()), use: sealedUseStore(() => bucket) };
  const wide = wideMonth(LAST, SIZE);
  await withAdoptedFee(table, [...wide.key.weights.keys()], YEAR);
  for (let back = 11; back > 0; back -= 1) {
    const month = shiftedMonth(LAST, -back);
    const input = wideMonth(month, BEHIND);
    await putClosedMonth(house, month, wideStatements(input, reported(monthReport(input))), NOW);
  }
  await reconciledMonth(house, { month: LAST, sums: wide.sums, now: NOW });
  const close = await closeMonth(house, LAST, NOW);
  const began = performance.now();
  const found = await findTrueUp(table, { year: YEAR, fee: 'membership', wish: { costs: {} }, now: NOW });
  if ('refused' in found) throw new Error(JSON.stringify(found.refused));
  const trueUp = { seconds: seconds(performance.now() - began), parts: found.trueUp.parts.length };
  return { draft: seconds(close.draft), book: seconds(close.book), statements: close.statements, trueUp };
};

const { draft, book, statements, trueUp } = await withDynamoDb(measured);
const whole = Math.round((draft + book) * 100) / 100;
const rows = [
  {
    case: 'F8',
    test: `${statements} statements are written in ${draft} s and booked and sealed in ${book} s through the table (budget ${BUDGET} s for both)`,
    passed: whole <= BUDGET && statements === SIZE.members,
  },
  {
    case: 'F8',
    test: `a year of ${trueUp.parts} members and ${BEHIND.operations} operations a month is trued up in ${trueUp.seconds} s (budget ${BUDGET} s)`,
    passed: trueUp.seconds <= BUDGET && trueUp.parts === SIZE.members,
  },
];
if (process.argv.includes('--json')) console.log(JSON.stringify({ draft, book, trueUp, cases: rows }));
else for (const { test, passed } of rows) console.log(`${passed ? '✓' : '✗'} ${test}`);
