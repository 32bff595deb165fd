import type { LoanRequest } from '../requests/request.ts';

/** Returns when a loan is due: its due date, or its recall date when that is earlier. */
export const dueOf = ({ due, recalledTo }: Pick<LoanRequest, 'due' | 'recalledTo'>): string | undefined =>
  [due, recalledTo].filter((day) => day !== undefined).toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
