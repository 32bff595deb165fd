import type { Answered } from '../../../api/current-user.ts';

export type Scanned = Answered<'circulation-scan'>;
type Item = NonNullable<Scanned['item']>;

/** The problem with an item on this shelf; `right` when there is none. */
export type Verdict =
  | { is: 'right' | 'unknown' | 'shared' | 'missing' | 'on-its-way' | 'reserved' }
  | { is: 'on-loan'; due: string }
  | { is: 'elsewhere'; branch: string }
  | { is: 'wrong-location'; location: string }
  | { is: 'not-lent'; state: Item['state'] };

/** Compares a scanned item with its record, for a branch and an optional location. */
export const verdictOf = ({ item, items }: Scanned, branchId: string, location: string): Verdict => {
  if (items.length > 1) return { is: 'shared' };
  if (!item) return { is: 'unknown' };
  const { state, due, branchId: home, currentBranch } = item;
  if (due !== undefined) return { is: 'on-loan', due };
  if (state === 'missing') return { is: 'missing' };
  if (state === 'in-transit' || state === 'cancelled-transit') return { is: 'on-its-way' };
  if (state === 'on-hold-shelf' || state === 'paged') return { is: 'reserved' };
  if (state !== 'available') return { is: 'not-lent', state };
  // A floating item is correct at any branch that its record states.
  if (currentBranch !== branchId) return { is: 'elsewhere', branch: currentBranch };
  if (home === branchId && location !== '' && item.location !== location) {
    return { is: 'wrong-location', location: item.location };
  }
  return { is: 'right' };
};
