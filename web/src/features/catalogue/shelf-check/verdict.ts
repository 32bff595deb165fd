import type { Answered } from '../../../api/current-user.ts';

export type Scanned = Answered<'circulation-scan'>;
type Item = NonNullable<Scanned['item']>;

/** What is wrong with a copy that stands on a shelf here; `right` when nothing is. */
export type Verdict =
  | { is: 'right' | 'unknown' | 'shared' | 'missing' | 'on-its-way' | 'reserved' }
  | { is: 'on-loan'; due: string }
  | { is: 'elsewhere'; branch: string }
  | { is: 'wrong-location'; location: string }
  | { is: 'not-lent'; state: Item['state'] };

/** Judges a scan on a shelf of a branch, of one location when one is named: what its record says against where it stands. */
export const verdictOf = ({ item, items }: Scanned, branchId: string, location: string): Verdict => {
  if (items.length > 1) return { is: 'shared' };
  if (!item) return { is: 'unknown' };
  const { state, due, branchId: home, currentBranch } = item;
  if (due !== undefined) return { is: 'on-loan', due };
  if (state === 'missing') return { is: 'missing' };
  if (state === 'in-transit' || state === 'cancelled-transit') return { is: 'on-its-way' };
  if (state === 'on-hold-shelf' || state === 'paged') return { is: 'reserved' };
  if (state !== 'available') return { is: 'not-lent', state };
  // What floats stands here with its record saying so.
  if (currentBranch !== branchId) return { is: 'elsewhere', branch: currentBranch };
  if (home === branchId && location !== '' && item.location !== location) {
    return { is: 'wrong-location', location: item.location };
  }
  return { is: 'right' };
};
