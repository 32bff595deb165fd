import { closingLine, readReport, sum } from './tally.ts';

const report = {
  numPassedTests: 2,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    {
      name: 'loan.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        {
          fullName: 'a loan is due',
          status: 'failed',
          failureMessages: ['expected 1\n    at x (node_modules/jest/a.js)'],
        },
      ],
    },
    { name: 'broken.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
  ],
};

describe('counting tests', () => {
  test('a file that could not run is a failure beside the failed tests', () => {
    expect(readReport(report, 'none')).toEqual({
      tally: { passed: 2, failed: 2, skipped: 2 },
      failures: ['loan.test.ts\na loan is due\nexpected 1', 'broken.test.ts\nCannot find module'],
    });
  });

  test('a missing report is one failure', () => {
    expect(readReport(undefined, 'no report')).toEqual({
      tally: { passed: 0, failed: 1, skipped: 0 },
      failures: ['no report'],
    });
  });

  test('the closing line names skipped tests only when there are any', () => {
    const all = sum([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 3 },
    ]);
    expect(closingLine(all)).toBe('3 passed, 1 failed, 3 skipped');
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  });
});
