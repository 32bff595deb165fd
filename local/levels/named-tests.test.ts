import { findings } from '../../test/cases/findings.ts';
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

test('a finding is a number that follows the word, so that a service of the same name is none', () => {
  const tests = ['finding S3: a stranger locks nobody out', 'finding W2: S3 may publish', 'puts files into S3'].map(
    (name) => ({ name, passed: true }),
  );
  expect([...byCase(tests, findings.letter)].map(([number, named]) => [number, named.length])).toEqual([
    ['S3', 1],
    ['W2', 1],
  ]);
});

test('an invalid report has no tests', () => {
  expect(testsIn({ testResults: 'none' })).toEqual([]);
});
