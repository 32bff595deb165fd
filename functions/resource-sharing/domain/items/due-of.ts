import type { LoanRequest } from '../requests/request.ts';

/** When what is lent is due: until when it was lent, or by when it is recalled where that is earlier. */
export const dueOf = ({ due, recalledTo }: Pick<LoanRequest, 'due' | 'recalledTo'>): string | undefined =>
  [due, recalledTo].filter((day) => day !== undefined).toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
