/** What a title has for those who wait: holds, copies that may become available, and copies on order. */
export type Demand = { holds: number; copies: number; onOrder: number };

/** Returns how many more copies of a title its holds require, for so many holds on a copy at most. */
export const proposedCopies = ({ holds, copies, onOrder }: Demand, holdsPerCopy: number): number =>
  Math.max(0, Math.ceil(holds / holdsPerCopy) - copies - onOrder);
