import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Every regular expression that layers and functions run is asked for long runs of what it is made of. One that begins anew at
 * each sign of a run takes sixteen times as long for four times the length: a megabyte of blanks would stop a function.
 */
const SHORT = 4_000;
const TIMES = 4;
/** Of a run four times as long: far above four times the time, far below sixteen. */
const MOST_RATIO = 8;
/** What takes less than this, in ms, is not measured further: an expression that grows takes some 8 for the short run. */
const NOTICED = 1.5;

/** Those that are only ever asked for a few signs, and why. */
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

const expressionsIn = (file: string): [literal: string, file: string][] => {
  const found: [string, string][] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push([node.text, file]);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
};

/** What an expression looks for, and what is in most texts: signs and words that it names, a digit, a blank, other scripts. */
const unitsOf = (body: string): string[] => {
  const named = body.replace(/\\[pP]\{[^}]*\}|\\u\{?[\da-fA-F]+\}?|\\[a-zA-Z]|[()[\]{}|?*+^$\\]/g, '');
  const escaped = [...body.matchAll(/\\([^a-zA-Z\d])/g)].map(([, sign = '']) => sign);
  const words = body.match(/[a-z]{2,}/gi) ?? [];
  return [...new Set([' ', 'a', '1', '.', ',', '-', '\t', '\n', '—', '漢', '\u0301', ...named, ...escaped, ...words])];
};

const msOf = (expression: RegExp, text: string): number => {
  expression.lastIndex = 0;
  const before = process.cpuUsage();
  expression.exec(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const least = (expression: RegExp, text: string): number => Math.min(...[1, 2, 3].map(() => msOf(expression, text)));

/** A run of which an expression takes time that grows faster than it does, behind what may lead to it. */
const growsWith = (literal: string): string | undefined => {
  const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(literal) ?? [];
  const expression = new RegExp(body, flags);
  const units = unitsOf(body);
  const run = (unit: string, length: number): string => unit.repeat(length / unit.length);
  return units.find((unit) =>
    ['', '1', '"', ...units.slice(11, 17)].some((before) => {
      // Behind the run something stands that no expression looks for: an end is sought in vain.
      const text = (length: number): string => `${before}${run(unit, length)}\u2603`;
      if (msOf(expression, text(SHORT)) < NOTICED) return false;
      const once = least(expression, text(SHORT));
      return once >= NOTICED && least(expression, text(SHORT * TIMES)) > MOST_RATIO * once;
    }),
  );
};

test('no regular expression takes time by the square of a text', () => {
  const all = new Map(['layers', 'functions'].flatMap(filesIn).flatMap(expressionsIn));
  expect(all.size).toBeGreaterThan(400);
  const slow = [...all].flatMap(([literal, file]) => {
    const run = literal in short ? undefined : growsWith(literal);
    return run === undefined ? [] : [`${file}: ${literal} for a run of ${JSON.stringify(run)}`];
  });
  expect(slow).toEqual([]);
  expect(Object.keys(short).filter((literal) => !all.has(literal))).toEqual([]);
});

test('an expression that grows is noticed', () => {
  const grows = ['/\\s+$/', '/[.,;]+$/', '/\\s*:\\s*/g', '/[a-z]*\\d+/i', '/\\([^)]*\\)/'];
  expect(grows.filter((literal) => growsWith(literal) === undefined)).toEqual([]);
});
