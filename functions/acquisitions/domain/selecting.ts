/** What a title has for those who wait: holds, copies that may become available, and copies on order. */
export type Demand = { holds: number; copies: number; onOrder: number };

/** Returns how many more copies of a title its holds require, for so many holds on a copy at most. */
export const proposedCopies = ({ holds, copies, onOrder }: Demand, holdsPerCopy: number): number =>
  Math.max(0, Math.ceil(holds / holdsPerCopy) - copies - onOrder);

/** Returns whether an order of so many copies is a duplicate: libraries have the title or ordered it, and its holds do not require so many more. */
export const isDuplicate = (demand: Demand, ordered: number, holdsPerCopy: number): boolean =>
  demand.copies + demand.onOrder > 0 && ordered > proposedCopies(demand, holdsPerCopy);
