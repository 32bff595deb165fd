import * as z from 'zod';

/** How many tests passed, failed and were skipped. */
export type Tally = { passed: number; failed: number; skipped: number };

/** The result of a level: its tally, one text per failure, and the notes of its tests (test/builders/note.ts). */
export type LevelResult = { tally: Tally; failures: string[]; notes?: string[] };

/** Adds tallies up. */
export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The closing line: `N passed, N failed`, with `, N skipped` when there are any. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

const firstLines = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s+at .*node_modules/.test(line))
    .slice(0, 30)
    .join('\n');

/**
 * Reads jest's JSON report. A file that could not run counts as one failure; without a report the whole level is one failure, described
 * by `missing`.
 */
export const readReport = (report: unknown, missing: string): LevelResult => {
  const read = reportSchema.safeParse(report);
  if (!read.success) return { tally: { passed: 0, failed: 1, skipped: 0 }, failures: [missing] };
  const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read.data;
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages }) => `${name}\n${fullName}\n${firstLines((failureMessages ?? []).join('\n'))}`,
      ),
  );
  return {
    tally: { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests },
    failures: [...failures, ...broken.map(({ name, message }) => `${name}\n${firstLines(message)}`)],
  };
};
