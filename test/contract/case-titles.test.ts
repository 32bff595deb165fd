import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../local/places.ts';
import { financeCases } from '../cases/finance.ts';
import { findings } from '../cases/findings.ts';

const folders = '{bench,demo,events,functions,gateways,layers,local,test,web}';
const files = globSync(`${folders}/**/*.test.{ts,tsx}`, { cwd: root, exclude: ['**/node_modules', '.local'] });
const texts = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const isComment = (line: string): boolean => /^\s*(?:\/\/|\*|\/\*)/.test(line);

/** Returns the numbers that a pattern finds in quoted texts, which titles are, with their file; comments may cite any number. */
const numbersIn = (pattern: RegExp, among = texts): { number: string; file: string }[] =>
  among.flatMap(({ file, text }) =>
    text
      .split('\n')
      .filter((line) => !isComment(line))
      .flatMap((line) => [...line.matchAll(pattern)].map(([, number = '']) => ({ number, file }))),
  );

test('every title of a test that names a finding has its entry in the list of findings, and every finding a test', () => {
  const found = numbersIn(/['`].*?\bfinding ([A-Z]+\d+)\b/g);
  const listed = new Set(findings.cases.map(({ case: number }) => number));
  expect(found.filter(({ number }) => !listed.has(number))).toEqual([]);
  const shown = new Set(found.map(({ number }) => number));
  expect([...listed].filter((number) => !shown.has(number))).toEqual([]);
});

test('every acceptance case of finance has a test or a written reason, and every such title its case', () => {
  // A title such as `F9 locks the desk` in the browser names a key of the keyboard.
  const found = numbersIn(
    /(?:^\s*|\()['`](F\d+) /g,
    texts.filter(({ file }) => !file.startsWith('test/browser/')),
  );
  const listed = new Set(financeCases.cases.map(({ case: number }) => number));
  expect(found.filter(({ number }) => !listed.has(number))).toEqual([]);
  const shown = new Set(found.map(({ number }) => number));
  const open = financeCases.cases.filter(({ later }) => later === undefined).map(({ case: number }) => number);
  expect(open.filter((number) => !shown.has(number))).toEqual([]);
});
