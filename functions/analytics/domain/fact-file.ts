import { shortDigest } from '../../../layers/kernel/text/digest.ts';
import type { DecisionFact } from '../../circulation/public/decision-fact.ts';
import { FACT } from './fact-columns.ts';

/** The most rows of a file: a container joins them in its memory. A month with more has several. */
export const MOST_ROWS = 200_000;

/** A file of facts of one month, by its key. */
export type FactFile = { key: string; month: string; rows: number };

/** The folder of all files of facts. */
export const FACT_FOLDER = `facts/fact=${FACT}/`;

/** The folder of the results of queries. */
export const QUERY_FOLDER = 'fact-queries/';

/** Returns the key of a month's manifest. */
export const manifestKey = (month: string): string => `fact-manifests/fact=${FACT}/month=${month}.json`;

const compared = (one: DecisionFact, other: DecisionFact, fields: readonly (keyof DecisionFact)[]): number => {
  for (const field of fields) {
    const [a, b] = [one[field] ?? '', other[field] ?? ''];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
};

/**
 * Returns facts in the order of their file, each once: by member and local day, so that like values stand together and compress. A fact
 * that was delivered twice has the same id.
 */
export const inFileOrder = (facts: readonly DecisionFact[]): DecisionFact[] => {
  const once = new Map(facts.map((fact) => [fact.eventId, fact]));
  return [...once.values()].toSorted((one, other) =>
    compared(one, other, ['member', 'branch', 'localDay', 'localHour', 'eventId']),
  );
};

/** Returns facts by their local month. A fact that arrives late belongs to the month in which it happened. */
export const byMonth = (facts: readonly DecisionFact[]): Map<string, DecisionFact[]> =>
  Map.groupBy(facts, ({ localDay }) => localDay.slice(0, 7));

/** Returns the key of a file. It derives from its facts: writing the same facts again replaces the file and adds nothing. */
export const keyOf = (month: string, facts: readonly DecisionFact[]): string => {
  const ids = facts.map(({ eventId }) => eventId).toSorted();
  return `${FACT_FOLDER}month=${month}/part-${facts.length}-${shortDigest(ids.join(' '))}.parquet`;
};

/** Returns the file that a key names; undefined for any other object. */
export const fileOf = (key: string): FactFile | undefined => {
  const [, month, rows] = /\/month=(\d{4}-\d{2})\/part-(\d+)-[\w-]+\.parquet$/.exec(key) ?? [];
  return month === undefined || !key.startsWith(FACT_FOLDER) ? undefined : { key, month, rows: Number(rows) };
};

/**
 * Returns which files of a month are joined: small ones, in groups of at most `MOST_ROWS` rows. A file alone in its group stays as it is.
 */
export const groupsToJoin = (files: readonly FactFile[], most = MOST_ROWS): FactFile[][] => {
  const groups: FactFile[][] = [];
  let rows = 0;
  for (const file of files
    .filter((one) => one.rows < most)
    .toSorted((a, b) => b.rows - a.rows || (a.key < b.key ? -1 : 1))) {
    const group = groups.at(-1);
    if (group && rows + file.rows <= most) {
      group.push(file);
      rows += file.rows;
    } else {
      groups.push([file]);
      rows = file.rows;
    }
  }
  return groups.filter((group) => group.length > 1);
};
