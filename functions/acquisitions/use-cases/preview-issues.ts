import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { type ReadSeries, readMfhd, writeMfhd } from '../domain/serials/mfhd.ts';
import { type Pattern, type PreviewedSeries, type SeriesKind, seriesKinds } from '../domain/serials/pattern.ts';
import { firstAfter, predict, startOf } from '../domain/serials/predict.ts';

type Asked = { mfhd: string; language: Pattern['language'] } | { series: PreviewedSeries[] };

const readSeries = (read: Partial<Record<SeriesKind, ReadSeries>>): PreviewedSeries[] =>
  seriesKinds.flatMap((kind) => {
    const found = read[kind];
    if (!found) return [];
    const first = found.last && firstAfter(found.pattern, found.last);
    return { kind, pattern: found.pattern, ...(first && { first }) };
  });

/** Shows which issues patterns predict, each from its first issue on. Reads the patterns of MARC 21 fields where these are given. */
export const previewIssues = (asked: Asked, count: number) => {
  const read = 'mfhd' in asked ? readMfhd(asked.mfhd, asked.language) : undefined;
  if (read && 'line' in read) return refuse(read.reason, `Line ${read.line} cannot be read.`, '/body/mfhd');
  const series = read ? readSeries(read) : 'series' in asked ? asked.series : [];
  const issues = series.flatMap(({ kind, pattern, first }) =>
    first && first.numbers.length === pattern.levels.length
      ? predict(pattern, startOf(pattern, first), { most: count }).issues.map((issue) => ({
          ...{ kind, on: issue.on, label: issue.label, isSkipped: issue.isSkipped },
        }))
      : [],
  );
  const marc = series.map(({ kind, pattern }) => writeMfhd(kind, pattern));
  return answer({ series, marc, issues: issues.toSorted((one, other) => (one.on < other.on ? -1 : 1)) });
};
