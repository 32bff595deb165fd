import type { Case, CaseList } from '../../test/cases/case.ts';
import { byCase, type NamedTest } from './named-tests.ts';

/** What a benchmark could not measure on this machine, and why. */
export type Skipped = { case: string; why: string };

/** A case with the tests and figures of its number. It passed when it has some, all passed and none was skipped. */
export type CaseRow = Case & { tests: NamedTest[]; skipped: string[]; passed: boolean };

type Listed = { case: string; test: string | null; passed: boolean; later?: string; skipped?: string };

/** Builds the rows of a list's cases from the tests run and those skipped. */
export const caseRows = (
  { cases, letter }: Pick<CaseList, 'cases' | 'letter'>,
  ran: readonly NamedTest[],
  skipped: readonly Skipped[],
): CaseRow[] => {
  const found = byCase(ran, letter);
  return cases.map((one) => {
    const tests = found.get(one.case) ?? [];
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
    ...tests.map((test) => `         ${test.passed ? ' ' : '✗'} ${test.name}`),
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
