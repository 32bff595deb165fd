import type { Case, CaseList } from '../../test/cases/case.ts';
import { byCase, type NamedTest } from './named-tests.ts';

/** The measurements that a benchmark could not make on this machine, with the reason. */
export type Skipped = { case: string; why: string };

/** A case with the tests and figures of its number. It passed when it has some, all passed and none was skipped. */
export type CaseRow = Case & { tests: NamedTest[]; skipped: string[]; passed: boolean };

type Listed = { case: string; test: string | null; passed: boolean; later?: string; skipped?: string };

const UNLISTED = 'A test bears this number, and the list does not';

/**
 * Returns the part of a list that was asked for: all of a letter's cases (`C`), or single ones (`C5`), and only their tests. Undefined when
 * something that was asked for is not in it.
 */
export const partOf = <L extends Pick<CaseList, 'cases' | 'letter'>>(
  list: L,
  asked: readonly string[],
): L | undefined => {
  if (asked.length === 0) return list;
  const means = (one: string, number: string): boolean => one === number || one === number.replace(/\d+$/, '');
  if (!asked.every((one) => list.cases.some(({ case: number }) => means(one, number)))) return undefined;
  const numbers = asked.map((one) => (/\d$/.test(one) ? one : `${one}\\d+`));
  return {
    ...list,
    letter: `(?=(?:${numbers.join('|')})\\b)${list.letter}`,
    cases: list.cases.filter(({ case: number }) => asked.some((one) => means(one, number))),
  };
};

/** Builds the rows of a list's cases from the tests run and those skipped; a number that is in no list has a row of its own. */
export const caseRows = (
  { cases, letter }: Pick<CaseList, 'cases' | 'letter'>,
  ran: readonly NamedTest[],
  skipped: readonly Skipped[],
): CaseRow[] => {
  const found = byCase(ran, letter);
  const strangers = [...found.keys()].filter((number) => !cases.some((one) => one.case === number));
  const unlisted = strangers.map((number): Case => ({ case: number, about: UNLISTED }));
  return [...cases, ...unlisted].map((one): CaseRow => {
    const tests = found.get(one.case) ?? [];
    if (one.about === UNLISTED) return { ...one, tests, skipped: [], passed: false };
    const left = skipped.filter((some) => some.case === one.case).map(({ why }) => why);
    const passed = left.length === 0 && tests.length > 0 && tests.every((test) => test.passed);
    return { ...one, tests, skipped: left, passed };
  });
};

/** Whether a case fails without an excuse: a test failed, or it has no test although none is planned or was skipped. */
export const isMissing = ({ tests, skipped, later, passed }: CaseRow): boolean =>
  !passed && later === undefined && (skipped.length === 0 || tests.some((test) => !test.passed));

/** Formats a row for print: its mark, notes and tests. A case with a skipped part has no tick. */
export const shownRow = (row: CaseRow): string[] => {
  const { case: number, about, later, partly, tests, skipped, passed } = row;
  const mark = passed ? '✓' : isMissing(row) ? '✗' : '–';
  const note = passed || skipped.length > 0 ? partly : later;
  return [
    `  ${mark} ${number.padEnd(4)} ${about}${note === undefined ? '' : ` (${note})`}`,
    ...tests.map((test) => `         ${test.passed ? '✓' : '✗'} ${test.name}`),
    ...skipped.map((why) => `         – not run here: ${why}`),
    ...(tests.length + skipped.length === 0 && later === undefined ? ['         no test bears its number'] : []),
  ];
};

/** Formats a row for `--json`: one object per test, and one that did not pass per skipped part, with its reason. */
export const listedRow = ({ case: number, tests, skipped, later }: CaseRow): Listed[] => {
  const listed: Listed[] = [
    ...tests.map(({ name, passed }) => ({ case: number, test: name, passed })),
    ...skipped.map((why) => ({ case: number, test: null, passed: false, skipped: why })),
  ];
  if (listed.length > 0) return listed;
  return [{ case: number, test: null, passed: false, ...(later !== undefined && { later }) }];
};
