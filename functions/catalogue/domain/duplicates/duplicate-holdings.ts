import { memberOfSource } from '../source-id.ts';

/** Of a union record what tells whose records stand double in it: its sources, and those of them on which staff ruled. */
type Held = { recordId: string; sources: readonly string[]; ruled: readonly string[] };

/**
 * What stands behind a record's being double: staff ruled on one of its own sources (`ruled`); the matcher alone, where all of the union record
 * is the member's (`among-own`) or records of others are in it too and may be what holds them together (`with-others`).
 */
export const duplicateBases = ['ruled', 'among-own', 'with-others'] as const;
export type DuplicateBasis = (typeof duplicateBases)[number];

/** Two or more source records of one member in one union record. */
export type DuplicateHolding = {
  memberId: string;
  recordId: string;
  sources: readonly string[];
  basis: DuplicateBasis;
};

/** A union record in which a member's records began or ceased to stand double, or do so otherwise; none is said by fewer than two sources. */
export type DuplicateHoldingChange = Pick<DuplicateHolding, 'memberId' | 'recordId'> & {
  duplicateHolding?: DuplicateHolding;
};

const duplicateHoldingsIn = (record: Held | undefined): Map<string, DuplicateHolding> => {
  const { recordId = '', sources = [], ruled = [] } = record ?? {};
  const own = Map.groupBy(sources, memberOfSource);
  const duplicateHoldings = [...own].flatMap(([memberId, some]): DuplicateHolding[] => {
    if (some.length < 2) return [];
    const isRuled = some.some((id) => ruled.includes(id));
    const basis = isRuled ? 'ruled' : own.size === 1 ? 'among-own' : 'with-others';
    return [{ memberId, recordId, sources: some, basis }];
  });
  return new Map(duplicateHoldings.map((duplicateHolding) => [duplicateHolding.memberId, duplicateHolding]));
};

/** What changes of the doubles in union records. Takes each record as it was, undefined for a new one, and as it will be. */
export const changedDoubles = (
  records: readonly { before: Held | undefined; after: Held }[],
): DuplicateHoldingChange[] =>
  records.flatMap(({ before, after }) => {
    const [was, is] = [duplicateHoldingsIn(before), duplicateHoldingsIn(after)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((memberId): DuplicateHoldingChange[] => {
      const duplicateHolding = is.get(memberId);
      if (JSON.stringify(was.get(memberId)) === JSON.stringify(duplicateHolding)) return [];
      return [{ memberId, recordId: after.recordId, ...(duplicateHolding && { duplicateHolding }) }];
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
  byBasis: Record<DuplicateBasis, number>;
  /** Pairs in doubt that were met, both of them its own, and with another member's. */
  possibleDuplicates: { own: number; others: number };
};

/** The figures of a member's doubles and pairs in doubt. */
export const duplicateFigures = (
  duplicateHoldings: readonly { basis: DuplicateBasis; count: number }[],
  possibleDuplicates: readonly { one: string; two: string }[],
): DuplicateFigures => {
  const counted = (some: readonly { count: number }[]): number => some.reduce((sum, { count }) => sum + count, 0);
  const records = counted(duplicateHoldings);
  const own = possibleDuplicates.filter(({ one, two }) => memberOfSource(one) === memberOfSource(two)).length;
  const of = (basis: DuplicateBasis): number =>
    counted(duplicateHoldings.filter((duplicateHolding) => duplicateHolding.basis === basis));
  return {
    ...{ titles: duplicateHoldings.length, records, surplus: records - duplicateHoldings.length },
    byBasis: { ruled: of('ruled'), 'among-own': of('among-own'), 'with-others': of('with-others') },
    possibleDuplicates: { own, others: possibleDuplicates.length - own },
  };
};
