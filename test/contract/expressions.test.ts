import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expressionsIn } from '../builders/expressions.ts';
import { growsWith } from '../builders/grows.ts';

/** Expressions that are only ever run on a few characters, and why. */
const short: Readonly<Record<string, string>> = {
  '/0+$/': 'digits of one number of ours',
  '/\\.?0+$/': 'a figure of ours with its decimals',
  '/(\\.\\d\\d\\d*?)0+$/': 'a unit price of ours',
  '/\\([^)]*\\)/g': 'a name that was cut before',
  '/(?<!\\s)\\s*\\([^)]*\\)/g': 'a name up to its last closing bracket',
  '/^(.{2,})\\1+$/': 'a PIN',
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/(\.test|\.generated)\.ts$/.test(name))
    .map((name) => join(folder, name));

/**
 * Runs every regular expression of layers and functions on long runs of the characters in it. One that restarts at each
 * character of a run takes sixteen times as long for four times the length: a megabyte of blanks would stop a function.
 */
test('no regular expression takes time quadratic in the length of a text', () => {
  const all = new Map(
    ['layers', 'functions']
      .flatMap(filesIn)
      .flatMap((file) => expressionsIn(readFileSync(file, 'utf8')).map((literal) => [literal, file])),
  );
  expect(all.size).toBeGreaterThan(400);
  const slow = [...all].flatMap(([literal, file]) => {
    const run = literal in short ? undefined : growsWith(literal);
    return run === undefined ? [] : [`${file}: ${literal} for a run of ${JSON.stringify(run)}`];
  });
  expect(slow).toEqual([]);
  expect(Object.keys(short).filter((literal) => !all.has(literal))).toEqual([]);
});

test.each([
  ...['/\\s+$/', '/[.,;]+$/', '/\\s*:\\s*/g', '/[a-z]*\\d+/i', '/\\([^)]*\\)/'],
  // Alternating runs only, and many matches only.
  ...['/(?:\\w,)+$/', '/,(?=[^"]*\\u2603)/g'],
])('%s grows quadratically, which is detected', (literal) => {
  expect(growsWith(literal)).toBeDefined();
});

test('expressions are found as literals, as separators of split, and built from strings', () => {
  const source = `
    const word = '[a-z]+';
    text.replace(/a+/g, '').split(/b+/);
    new RegExp('c\\\\d+$', 'i');
    RegExp(\`^\${word}(?:\${unknown})$\`, 'u');
    new RegExp(String.raw\`d\\s+\`);
    new RegExp(pattern);
  `;
  expect(expressionsIn(source)).toEqual(['/a+/g', '/b+/g', '/c\\d+$/i', '/^[a-z]+(?:x)$/u', '/d\\s+/']);
});

describe('while the machine is busy', () => {
  /** Simulates a time for each character, or for each pair of characters, and more while the machine is busy, by the number of the call. */
  const measured = (power: 1 | 2, busy: (call: number) => boolean) => {
    let calls = 0;
    return (_: RegExp, text: string): number => {
      calls += 1;
      return (power === 1 ? text.length / 1000 : text.length ** 2 / 2e6) + (busy(calls) ? 200 : 0);
    };
  };

  test.each([
    ['now and then', (call: number) => call % 3 === 0],
    // One measurement of the short run, then the short and the long in turns: most of the long ones are slow.
    ['while most of the long runs are measured', (call: number) => call % 2 === 1 && call % 13 > 3],
  ])('an expression is not blamed for what happens %s', (_, busy) => {
    expect(growsWith('/a/', measured(1, busy))).toBeUndefined();
  });

  test('a growing one is found all the same', () => {
    expect(
      growsWith(
        '/a/',
        measured(2, (call) => call % 3 === 0),
      ),
    ).toBe(' ');
  });
});
