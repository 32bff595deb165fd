import { readFileSync } from 'node:fs';
import { criteria } from '../../docs/accessibility/criteria.ts';
import { contradicted } from '../../docs/accessibility.ts';
import { trackedFiles } from '../../local/code/scan-names.ts';

const browserTests = trackedFiles()
  .filter((file) => /^test\/browser\/.*\.test\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('the accessibility report has every success criterion of WCAG 2.2, 31 of level A and 24 of level AA, once', () => {
  const numbers = criteria.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(['A', 'AA'].map((level) => criteria.filter((one) => one.level === level).length)).toEqual([31, 24]);
});

test('no criterion of the accessibility report is supported against a measurement', () => {
  expect(contradicted()).toEqual([]);
});

test('each test that the accessibility report names exists', () => {
  const named = criteria.flatMap(({ tests = [] }) => tests);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((title) => !browserTests.includes(title))).toEqual([]);
});
