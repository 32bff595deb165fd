import { memberOfSource } from '../source-id.ts';

/** Of a union record what tells whose records stand double in it: its sources, and those of them on which staff ruled. */
type Held = { recordId: string; sources: readonly string[]; ruled: readonly string[] };

/**
 * What stands behind a record's being double: staff ruled on one of its own sources (`ruled`); the matcher alone, where all of the union record
 * is the member's (`among-own`) or records of others are in it too and may be what holds them together (`with-others`).
 */
export const doubleBases = ['ruled', 'among-own', 'with-others'] as const;
export type DoubleBasis = (typeof doubleBases)[number];

/** Two or more source records of one member in one union record. */
export type Double = { memberId: string; recordId: string; sources: readonly string[]; basis: DoubleBasis };

/** A union record in which a member's records began or ceased to stand double, or do so otherwise; none is said by fewer than two sources. */
export type DoubleChange = Pick<Double, 'memberId' | 'recordId'> & { double?: Double };

const doublesIn = (record: Held | undefined): Map<string, Double> => {
  const { recordId = '', sources = [], ruled = [] } = record ?? {};
  const own = Map.groupBy(sources, memberOfSource);
  const doubles = [...own].flatMap(([memberId, some]): Double[] => {
    if (some.length < 2) return [];
    const isRuled = some.some((id) => ruled.includes(id));
    const basis = isRuled ? 'ruled' : own.size === 1 ? 'among-own' : 'with-others';
    return [{ memberId, recordId, sources: some, basis }];
  });
  return new Map(doubles.map((double) => [double.memberId, double]));
};

/** What changes of the doubles in union records. Takes each record as it was, undefined for a new one, and as it will be. */
export const changedDoubles = (records: readonly { before: Held | undefined; after: Held }[]): DoubleChange[] =>
  records.flatMap(({ before, after }) => {
    const [was, is] = [doublesIn(before), doublesIn(after)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((memberId): DoubleChange[] => {
      const double = is.get(memberId);
      if (JSON.stringify(was.get(memberId)) === JSON.stringify(double)) return [];
      return [{ memberId, recordId: after.recordId, ...(double && { double }) }];
    });
  });

/** How often a member's records stand double, and how many pairs a person should look at. */
export type DuplicateFigures = {
  /** Union records in which two or more of its records stand. */
  titles: number;
  /** Its records that stand so. */
  records: number;
  /** Those that would go if each title had one. */
  surplus: number;
  /** Its records that stand so, by what is behind it. */
  byBasis: Record<DoubleBasis, number>;
  /** Pairs in doubt that were met, both of them its own, and with another member's. */
  doubts: { own: number; others: number };
};

/** The figures of a member's doubles and pairs in doubt. */
export const duplicateFigures = (
  doubles: readonly { basis: DoubleBasis; count: number }[],
  doubts: readonly { one: string; two: string }[],
): DuplicateFigures => {
  const counted = (some: readonly { count: number }[]): number => some.reduce((sum, { count }) => sum + count, 0);
  const records = counted(doubles);
  const own = doubts.filter(({ one, two }) => memberOfSource(one) === memberOfSource(two)).length;
  const of = (basis: DoubleBasis): number => counted(doubles.filter((double) => double.basis === basis));
  return {
    ...{ titles: doubles.length, records, surplus: records - doubles.length },
    byBasis: { ruled: of('ruled'), 'among-own': of('among-own'), 'with-others': of('with-others') },
    doubts: { own, others: doubts.length - own },
  };
};
