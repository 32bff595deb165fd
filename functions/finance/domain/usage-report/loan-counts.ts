/** A checkout or renewal in the statistics: what was lent where and to which category, never to whom. */
export type CountedLoan = {
  decision: 'checkout' | 'renewal';
  checkoutBranch: string;
  owner: string;
  itemCategory: string;
  patronMember: string;
  patronCategory: string;
  /** The person's first checkout or renewal of the month at this member. */
  first: boolean;
};

/**
 * The checkouts, renewals and persons of one kind. Without `patronMember` and `patronCategory` it covers the patrons of several kinds, too
 * few of whom borrowed to be shown apart.
 */
export type LoanCount = Pick<CountedLoan, 'checkoutBranch' | 'owner' | 'itemCategory'> & {
  patronMember: string | null;
  patronCategory: string | null;
  loans: number;
  renewals: number;
  persons: number;
};

/** The number of persons from which a figure about patrons of one kind is shown (k-anonymity). */
export const SHOWN_FROM_PERSONS = 5;

const plus = (one: LoanCount, other: LoanCount): LoanCount => ({
  ...one,
  loans: one.loans + other.loans,
  renewals: one.renewals + other.renewals,
  persons: one.persons + other.persons,
});

const countOf = ({ decision, first, ...kind }: CountedLoan): LoanCount => ({
  ...kind,
  loans: decision === 'checkout' ? 1 : 0,
  renewals: decision === 'renewal' ? 1 : 0,
  persons: first ? 1 : 0,
});

const summed = (counts: readonly LoanCount[], nameOf: (count: LoanCount) => string): LoanCount[] => {
  const sums = new Map<string, LoanCount>();
  for (const count of counts) {
    const name = nameOf(count);
    const known = sums.get(name);
    sums.set(name, known ? plus(known, count) : count);
  }
  return [...sums.values()];
};

const placeOf = ({ checkoutBranch, owner, itemCategory }: LoanCount): string =>
  JSON.stringify([checkoutBranch, owner, itemCategory]);

const kindOf = (count: LoanCount): string => JSON.stringify([placeOf(count), count.patronMember, count.patronCategory]);

/**
 * Joins the counts of one place that have too few persons, without their patrons' kind: and the next smaller ones as well until there are
 * enough persons, because a single small count would follow from the total.
 */
const withoutSmall = (counts: readonly LoanCount[]): LoanCount[] => {
  const ascending = counts.toSorted((a, b) => a.persons - b.persons || (kindOf(a) < kindOf(b) ? -1 : 1));
  let joined: LoanCount | undefined;
  const shown: LoanCount[] = [];
  for (const count of ascending) {
    const tooFew = count.persons < SHOWN_FROM_PERSONS || (joined !== undefined && joined.persons < SHOWN_FROM_PERSONS);
    if (!tooFew) shown.push(count);
    else joined = joined ? plus(joined, count) : { ...count, patronMember: null, patronCategory: null };
  }
  return joined ? [...shown, joined] : shown;
};

/**
 * Counts checkouts, renewals and persons by branch, owner of the item, its category, and the patron's home library and category; the most
 * first. A person counts once, in the kind of the month's first loan. Patrons are named by kind only where at least five are.
 */
export const countLoans = (counted: readonly CountedLoan[]): LoanCount[] => {
  const kinds = summed(counted.map(countOf), kindOf);
  const places = Map.groupBy(kinds, placeOf);
  return [...places.values()]
    .flatMap(withoutSmall)
    .toSorted((a, b) => b.loans - a.loans || (kindOf(a) < kindOf(b) ? -1 : 1));
};
