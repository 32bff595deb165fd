import { byCase, testsIn } from './named-tests.ts';

const report = {
  testResults: [
    {
      assertionResults: [
        { fullName: 'check-in C2 sends home', status: 'passed' },
        { fullName: 'a hold (C7, C12) waits', status: 'failed' },
        { fullName: 'C9 left out', status: 'pending' },
        { fullName: 'ABC2 is no case, nor is C 3', status: 'passed' },
      ],
    },
  ],
};

test('cases are the numbers in the names of tests that ran', () => {
  const found = byCase(testsIn(report), 'C');
  expect([...found].map(([number, tests]) => [number, tests.map(({ passed }) => passed)])).toEqual([
    ['C2', [true]],
    ['C7', [false]],
    ['C12', [false]],
  ]);
});

test('another letter has its own cases, and a test that names one twice counts once', () => {
  const tests = [{ name: 'F1 a bill (F1, C2)', passed: true }];
  expect([...byCase(tests, 'F')]).toEqual([['F1', tests]]);
});

test('an invalid report has no tests', () => {
  expect(testsIn({ testResults: 'none' })).toEqual([]);
});
