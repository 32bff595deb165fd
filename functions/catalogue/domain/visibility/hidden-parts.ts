import { type LastHiding, lastHidings, type SourceAct } from '../history/source-act.ts';
import type { ItemDescription } from '../views/views.ts';
import type { Audience } from './visibility.ts';

/** From whom a part is hidden, and who brought it into that state, if anybody did. */
export type Hidden = { hiddenFrom: Audience[]; last?: LastHiding };

type Copy = Pick<
  ItemDescription,
  'itemId' | 'barcode' | 'branchId' | 'location' | 'callNumber' | 'volume' | 'copyNumber' | 'hiddenFrom'
>;

/** What of a record is hidden from whom: the record itself, its copies at each branch, each copy by itself. */
export type HiddenParts = {
  record: Hidden;
  holdings: ({ branchId: string; copies: number } & Hidden)[];
  items: (Copy & Hidden)[];
  isWhole: boolean;
};

/** So many copies are told at the most. */
export const MOST_SHOWN = 200;

const hiddenFirst = (a: Copy, b: Copy): number =>
  Number(b.hiddenFrom.length > 0) - Number(a.hiddenFrom.length > 0) ||
  a.branchId.localeCompare(b.branchId) ||
  a.callNumber.localeCompare(b.callNumber);

/**
 * Tells what of a record is hidden from whom, and by which act. Takes how it and its holdings are hidden, its copies, and its acts,
 * the newest first. A branch where it has no copy is told where it is hidden there. Those hidden by themselves come first.
 */
export const hiddenPartsOf = (
  source: { hiddenFrom: Audience[]; hiddenHoldings: Readonly<Record<string, Audience[]>> },
  copies: readonly Copy[],
  acts: readonly SourceAct[],
): HiddenParts => {
  const lastOf = lastHidings(acts);
  const as = (hiddenFrom: Audience[], part: { branchId?: string; itemId?: string }): Hidden => {
    const last = lastOf(part);
    return { hiddenFrom, ...(last && { last }) };
  };
  const hiddenAt = Object.entries(source.hiddenHoldings).flatMap(([id, from]) => (from.length > 0 ? [id] : []));
  const branches = [...new Set([...copies.map(({ branchId }) => branchId), ...hiddenAt])].sort();
  const items = [...copies].sort(hiddenFirst).slice(0, MOST_SHOWN);
  return {
    record: as(source.hiddenFrom, {}),
    holdings: branches.map((branchId) => ({
      branchId,
      copies: copies.filter((copy) => copy.branchId === branchId).length,
      ...as(source.hiddenHoldings[branchId] ?? [], { branchId }),
    })),
    items: items.map(({ itemId, barcode, branchId, location, callNumber, volume, copyNumber, hiddenFrom }) => ({
      ...{ itemId, barcode, branchId, location, callNumber, volume, copyNumber },
      ...as(hiddenFrom, { itemId }),
    })),
    isWhole: items.length === copies.length,
  };
};
