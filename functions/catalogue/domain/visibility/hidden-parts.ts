import { type LastHiding, lastHidings, type SourceAct } from '../history/source-act.ts';
import type { ItemDescription } from '../views/views.ts';
import type { Audience } from './visibility.ts';

/** The audiences a part is hidden from, and the last act that changed them, if any. */
export type Hidden = { hiddenFrom: Audience[]; last?: LastHiding };

type Copy = Pick<
  ItemDescription,
  'itemId' | 'barcode' | 'branchId' | 'location' | 'callNumber' | 'volume' | 'copyNumber' | 'hiddenFrom'
>;

/** The visibility of a record: of the record itself, its copies at each branch, and each copy. */
export type HiddenParts = {
  record: Hidden;
  holdings: ({ branchId: string; copies: number } & Hidden)[];
  items: (Copy & Hidden)[];
  isWhole: boolean;
};

/** The most copies shown. */
export const MOST_SHOWN = 200;

const hiddenFirst = (a: Copy, b: Copy): number =>
  Number(b.hiddenFrom.length > 0) - Number(a.hiddenFrom.length > 0) ||
  a.branchId.localeCompare(b.branchId) ||
  a.callNumber.localeCompare(b.callNumber);

/**
 * Returns what of a record is hidden from whom, and by which act. Takes the visibility of the record and its holdings, its copies, and its
 * acts, newest first. Includes a branch without copies when it is hidden there. Copies hidden individually come first.
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
