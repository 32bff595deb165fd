import { monthReport } from '../functions/finance/domain/usage-report/month-report.ts';
import { reported } from '../functions/finance/domain/usage-report/synthetic-month.ts';
import { wideMonth } from '../test/builders/month/wide-month.ts';
import { wideStatements } from '../test/builders/month/wide-statements.ts';

const SIZE = { members: 500, operations: 60 };
/** The limit for writing all statements, in seconds. */
const BUDGET = 60;

const timed = <T>(work: () => T): { seconds: number; made: T } => {
  const began = performance.now();
  const made = work();
  return { seconds: Math.round((performance.now() - began) / 10) / 100, made };
};

const input = wideMonth('2026-10', SIZE);
const report = timed(() => reported(monthReport(input)));
const statements = timed(() => wideStatements(input, report.made));
const seconds = Math.round((report.seconds + statements.seconds) * 100) / 100;
const lines = report.made.lines.length;
const test = `${SIZE.members} statements of ${SIZE.operations} operations each are made in ${seconds} s (budget ${BUDGET} s)`;
const figures = {
  ...{ members: SIZE.members, operations: SIZE.operations, lines },
  ...{ reportSeconds: report.seconds, statementsSeconds: statements.seconds },
};
if (process.argv.includes('--json'))
  console.log(JSON.stringify({ ...figures, cases: [{ case: 'F8', test, passed: seconds <= BUDGET }] }));
else {
  console.table(figures);
  console.log(test);
}
