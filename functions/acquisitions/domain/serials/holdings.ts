import { dateCodes, type Named, numberCodes } from './label.ts';
import { writeMfhd, writeRange } from './mfhd.ts';
import type { Pattern, SeriesKind } from './pattern.ts';

/** A range of places in a series; without `last` it is open: everything from the first one on. */
export type Range = { first: number; last?: number };

/** Joins ranges that touch or overlap. An open one takes all that follow. */
export const mergeRanges = (ranges: readonly Range[]): Range[] => {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.first - other.first)) {
    const before = merged.at(-1);
    if (!before || (before.last !== undefined && before.last + 1 < range.first)) merged.push({ ...range });
    else if (range.last === undefined) delete before.last;
    else if (before.last !== undefined) before.last = Math.max(before.last, range.last);
  }
  return merged;
};

/** An issue in its series: whether the library has it, and whether it never appeared. */
export type HeldIssue = Named & { label: string; isHeld: boolean; isSkipped: boolean };

/** A run of issues without a gap, and whether the issue before it is missing (or only did not appear). */
export type Run<T extends HeldIssue> = { first: T; last: T; isAfterGap: boolean };

/** Returns the runs of issues that a library has, from all issues in their order. An issue that never appeared interrupts no run. */
export const runsOf = <T extends HeldIssue>(issues: readonly T[]): Run<T>[] => {
  const published = issues.filter(({ isSkipped }) => !isSkipped);
  const held = published.flatMap(({ isHeld }, at) => (isHeld ? [{ first: at, last: at }] : []));
  return mergeRanges(held).flatMap(({ first, last = first }) => {
    const ends = [published[first], published[last]] as const;
    return ends[0] && ends[1] ? [{ first: ends[0], last: ends[1], isAfterGap: first > 0 }] : [];
  });
};

/** Returns the issues that runs name, from all issues in their order: the opposite of `runsOf`. */
export const issuesIn = <T extends HeldIssue>(runs: readonly Run<T>[], issues: readonly T[]): T[] =>
  runs.flatMap(({ first, last }) => {
    const labels = issues.map(({ label }) => label);
    const [from, to] = [labels.indexOf(first.label), labels.lastIndexOf(last.label)];
    return issues.slice(from, to + 1).filter(({ isSkipped }) => !isSkipped);
  });

/** Returns the holdings statement of runs, as Z39.71 writes it: a gap is a comma, a run has a hyphen. */
export const statementOf = (runs: readonly Run<HeldIssue>[]): string =>
  runs.map(({ first, last }) => (first.label === last.label ? first.label : `${first.label}-${last.label}`)).join(', ');

type Patterned = HeldIssue & { pattern: Pattern; version: number };

const rangesOf = (kind: SeriesKind, version: number, issues: readonly Patterned[]): string[] =>
  runsOf(issues).map(({ first, last }, at) => {
    const codes = (issue: Patterned): string[] => [...numberCodes(issue), ...dateCodes(issue.pattern, issue)];
    return writeRange(kind, { version, at: at + 1 }, first.pattern, codes(first), codes(last));
  });

/**
 * Returns what is held of a series as MARC 21 fields, from all its issues in their order: for each version of the pattern with held issues, and for
 * the current one, its captions (853 to 855) and its runs (863 to 865), which never cross a change of the pattern.
 */
export const marcOf = (
  kind: SeriesKind,
  issues: readonly Patterned[],
  current?: { version: number; pattern: Pattern },
): string[] => {
  const versions = new Map(issues.flatMap((one) => (one.isHeld ? [[one.version, one.pattern] as const] : [])));
  if (current) versions.set(current.version, current.pattern);
  return [...versions]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([version, pattern]) => [
      writeMfhd(kind, pattern, version),
      ...rangesOf(
        kind,
        version,
        issues.filter((issue) => issue.version === version),
      ),
    ]);
};
