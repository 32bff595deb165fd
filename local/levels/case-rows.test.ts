import { findings } from '../../test/cases/findings.ts';
import { caseRows, isMissing, listedRow, partOf, shownRow } from './case-rows.ts';
import { caseNumber } from './named-tests.ts';

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
    '         ✓ F1 sums',
    '  – F2   Files (UBL later)',
    '         ✓ F2 totals',
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

test('letters or numbers that are asked for run their own tests only', () => {
  const runs = (asked: string[], title: string): boolean =>
    new RegExp(caseNumber(partOf(findings, asked)?.letter ?? '')).test(title);
  const titles = [
    'finding C5: others wait',
    'finding C10: proxies',
    'finding I5: scan',
    'C5 a hold',
    'finding S3: PINs',
  ];
  const run = (...asked: string[]): string[] => titles.filter((title) => runs(asked, title));
  expect(run('C', 'I')).toEqual(titles.slice(0, 3));
  expect(run('C5', 'S')).toEqual([titles[0], titles[4]]);
  expect(run()).toEqual([...titles.slice(0, 3), titles[4]]);
  const numbers = partOf(findings, ['I', 'C5'])?.cases.map(({ case: number }) => number) ?? [];
  expect(numbers).toEqual(['C5', ...numbers.slice(1)]);
  expect(numbers.slice(1).every((number) => number.startsWith('I'))).toBe(true);
  expect(partOf(findings, ['Q'])).toBeUndefined();
  expect(partOf(findings, ['C', 'I99'])).toBeUndefined();
});

test('a test whose number is in no list fails the run', () => {
  const rows = caseRows(list, [...ran, { name: 'F9 rounds', passed: true }], []);
  expect(rows.at(-1)).toMatchObject({ case: 'F9', passed: false });
  expect(rows.filter(isMissing).map(({ case: number }) => number)).toEqual(['F4', 'F9']);
});
