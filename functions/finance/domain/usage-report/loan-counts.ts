/** An ended loan in the statistics: what was lent where and to which category, never to whom. */
export type EndedLoan = {
  checkoutBranch: string;
  owner: string;
  itemCategory: string;
  patronMember: string;
  patronCategory: string;
  renewals: number;
};

/** The number of ended loans of one kind, and of their renewals. */
export type LoanCount = Omit<EndedLoan, 'renewals'> & { loans: number; renewals: number };

const kindOf = ({ checkoutBranch, owner, itemCategory, patronMember, patronCategory }: EndedLoan) => ({
  ...{ checkoutBranch, owner, itemCategory, patronMember, patronCategory },
});

/** Counts loans by branch, owner of the item, its category, and the patron's home library and category; the most first. */
export const countLoans = (ended: readonly EndedLoan[]): LoanCount[] => {
  const counts = new Map<string, LoanCount>();
  for (const loan of ended) {
    const kind = kindOf(loan);
    const name = JSON.stringify(Object.values(kind));
    const known = counts.get(name) ?? { ...kind, loans: 0, renewals: 0 };
    counts.set(name, { ...known, loans: known.loans + 1, renewals: known.renewals + loan.renewals });
  }
  return [...counts]
    .toSorted(([one, a], [other, b]) => b.loans - a.loans || (one < other ? -1 : 1))
    .map(([, count]) => count);
};
