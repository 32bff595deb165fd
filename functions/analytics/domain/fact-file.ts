import type { DecisionFact } from '../../circulation/public/decision-fact.ts';

/** The most rows of a file: a container joins them in its memory. A month with more has several. */
export const MOST_ROWS = 200_000;

/** A file of facts of one month, by its key. */
export type FactFile = { key: string; month: string; rows: number };

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
