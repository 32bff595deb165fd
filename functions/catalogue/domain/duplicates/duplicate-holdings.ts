import { memberOfSource } from '../source-id.ts';

/** The parts of a union record that determine duplicate holdings: its sources, and those of them on which staff ruled. */
type Held = { recordId: string; sources: readonly string[]; ruled: readonly string[] };

/**
 * The reasons why a member's records are in one union record: staff ruled on one of its own sources (`ruled`), or the matcher alone decided,
 * where all sources are the member's (`among-own`) or other members' records are included and may connect them (`with-others`).
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

/** A duplicate holding that began, ended or changed its basis; fewer than two sources mean that it ended. */
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

/** Returns the changes of duplicate holdings between union records as they were (undefined for a new one) and as they will be. */
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

/** The number of a member's duplicate holdings, and of pairs that staff should examine. */
export type DuplicateFigures = {
  /** Union records with two or more of its source records. */
  titles: number;
  /** Its source records in these. */
  records: number;
  /** Its source records beyond one per union record. */
  surplus: number;
  /** Its source records in these, by basis. */
  byBasis: Record<DuplicateBasis, number>;
  /** Possible duplicates: both records its own, or one of another member. */
  possibleDuplicates: { own: number; others: number };
};

/** Returns the figures of a member's duplicate holdings and possible duplicates. */
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
