/** A copy as listed with its record, before its state is read. */
export type ListedCopy = { itemId: string; branchId: string; memberId: string };

/** Up to this number of copies, all are read at once. */
export const FEW_COPIES = 16;
/** How many copies of a title with more are read first, and how many of them near the patron. */
const SAMPLE = 8;
const NEAR = 3;

/** The conditions of a hold request on its copies: the named copy, those lent to the patron, and the places of patron and pickup. */
export type SampleFor = {
  wanted?: string | undefined;
  ownLoans: ReadonlySet<string>;
  pickup: { branchId: string; memberId: string };
  patronMember: string;
};

const nearness = ({ branchId, memberId }: ListedCopy, { pickup, patronMember }: SampleFor): number =>
  branchId === pickup.branchId ? 0 : memberId === pickup.memberId ? 1 : memberId === patronMember ? 2 : 3;

/**
 * Returns the copies of a title to read first: one of them that can fill a hold proves that it may be placed, however many more there are.
 * The named copy and those lent to the patron are among them, some are near the patron, and the others are spread over the list. Returns
 * all of a short list.
 */
export const firstCopies = (listed: readonly ListedCopy[], asked: SampleFor): string[] => {
  if (listed.length <= FEW_COPIES) return listed.map(({ itemId }) => itemId);
  const named = listed.filter(({ itemId }) => itemId === asked.wanted || asked.ownLoans.has(itemId));
  const near = listed
    .filter((copy) => nearness(copy, asked) < 3)
    .toSorted((one, other) => nearness(one, asked) - nearness(other, asked))
    .slice(0, NEAR);
  const others = listed.filter((copy) => !named.includes(copy) && !near.includes(copy));
  const step = others.length / (SAMPLE - near.length);
  const spread = Array.from({ length: SAMPLE - near.length }, (_, place) => others[Math.floor(place * step)]);
  const all = [...named, ...near, ...spread.flatMap((copy) => copy ?? [])];
  return [...new Set(all.map(({ itemId }) => itemId))];
};
