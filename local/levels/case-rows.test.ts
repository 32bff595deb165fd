import { caseRows, isMissing, listedRow, shownRow } from './case-rows.ts';

const list = {
  letter: 'F',
  cases: [
    { case: 'F1', about: 'Sums' },
    { case: 'F2', about: 'Files', partly: 'UBL later' },
    { case: 'F3', about: 'Use', later: 'comes later' },
    { case: 'F4', about: 'Rates' },
  ],
};
const why = 'there is no Python 3.12';
const ran = [
  { name: 'F1 sums', passed: true },
  { name: 'F2 totals', passed: true },
];

test('a case with a skipped part of a bench is not shown as passed, although all that ran passed', () => {
  const rows = caseRows(list, ran, [{ case: 'F2', why }]);
  expect(rows.map(({ passed }) => passed)).toEqual([true, false, false, false]);
  expect(rows.filter(isMissing).map(({ case: number }) => number)).toEqual(['F4']);
  expect(rows.flatMap(shownRow)).toEqual([
    '  ✓ F1   Sums',
    '           F1 sums',
    '  – F2   Files (UBL later)',
    '           F2 totals',
    `         – not run here: ${why}`,
    '  – F3   Use (comes later)',
    '  ✗ F4   Rates',
    '         no test bears its number',
  ]);
  expect(rows.flatMap(listedRow)).toEqual([
    { case: 'F1', test: 'F1 sums', passed: true },
    { case: 'F2', test: 'F2 totals', passed: true },
    { case: 'F2', test: null, passed: false, skipped: why },
    { case: 'F3', test: null, passed: false, later: 'comes later' },
    { case: 'F4', test: null, passed: false },
  ]);
});

test('a skipped test does not excuse a failed one', () => {
  const rows = caseRows(list, [{ name: 'F2 totals', passed: false }], [{ case: 'F2', why }]);
  expect(rows.find(({ case: number }) => number === 'F2')).toMatchObject({ passed: false });
  expect(rows.filter(isMissing).map(({ case: number }) => number)).toEqual(['F1', 'F2', 'F4']);
});
