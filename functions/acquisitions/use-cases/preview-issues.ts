import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { readMfhd, writeMfhd } from '../domain/serials/mfhd.ts';
import type { FirstIssue, Pattern, SeriesKind } from '../domain/serials/pattern.ts';
import { predict, startOf, stateAfter } from '../domain/serials/predict.ts';

type Previewed = { pattern: Pattern; first?: FirstIssue };
type Series = Partial<Record<SeriesKind, Previewed>>;
type Asked = { mfhd: string; language: Pattern['language'] } | { series: Series };

/** Returns the issue that follows the last one of a holdings field, with which the prediction begins. */
const firstAfter = (pattern: Pattern, last: FirstIssue): FirstIssue | undefined => {
  const [issue] = predict(pattern, stateAfter(pattern, last), { most: 1 }).issues;
  return issue && { on: issue.on, numbers: issue.numbers };
};

/** Shows which issues patterns predict, each from its first issue on. Reads the patterns of MARC 21 fields where these are given. */
export const previewIssues = (asked: Asked, count: number) => {
  const read = 'mfhd' in asked ? readMfhd(asked.mfhd, asked.language) : undefined;
  if (read && 'line' in read) return refuse(read.reason, `Line ${read.line} cannot be read.`, '/body/mfhd');
  const given = Object.entries(read ?? ('series' in asked ? asked.series : {})) as [
    SeriesKind,
    Previewed & { last?: FirstIssue },
  ][];
  const series = given.map(([kind, { pattern, last, first: stated }]) => {
    const first = stated ?? (last && firstAfter(pattern, last));
    return { kind, pattern, ...(first && { first }), marc: writeMfhd(kind, pattern) };
  });
  const issues = series.flatMap(({ kind, pattern, first }) =>
    first && first.numbers.length === pattern.levels.length
      ? predict(pattern, startOf(pattern, first), { most: count }).issues.map((issue) => ({
          ...{ kind, on: issue.on, label: issue.label, isSkipped: issue.isSkipped },
        }))
      : [],
  );
  return answer({ series, issues: issues.toSorted((one, other) => (one.on < other.on ? -1 : 1)) });
};
