import { copyAt } from './holdings.ts';
import { patronByKey } from './patrons.ts';
import { workById } from './works/works.ts';

/**
 * One act of a case. `daysAgo` counts back from the day of seeding, so that overdue loans are overdue whenever the demo is
 * started. Acts of a case are in order of time. Patrons are identified by card, items by barcode, works by the demo's work id;
 * money is in cents.
 */
export type Step =
  | { do: 'checkout'; card: string; barcode: string; branch: string; daysAgo: number; dueDaysAgo: number }
  | { do: 'check-in'; barcode: string; branch: string; daysAgo: number }
  | { do: 'declare-lost' | 'claim-returned'; card: string; barcode: string; branch: string; daysAgo: number }
  | { do: 'mark-missing'; barcode: string; branch: string; daysAgo: number }
  | { do: 'place-hold'; card: string; workId: string; pickup: string; daysAgo: number }
  | { do: 'request-loan'; card: string; workId: string; pickup: string; daysAgo: number }
  | { do: 'charge'; card: string; branch: string; fee: string; amount: number; daysAgo: number };

const card = (patron: string): string => patronByKey(patron).card;

/**
 * Returns a checkout. Takes the patron, the work, the branch or member that owns the copy, the branch of the desk, the days since
 * the loan, and the days since the due date (negative for a future due date).
 */
export const lent = (
  patron: string,
  workId: string,
  owner: string,
  branch: string,
  daysAgo: number,
  dueDaysAgo: number,
): Step => ({
  do: 'checkout',
  card: card(patron),
  barcode: copyAt(workId, owner).barcode,
  branch,
  daysAgo,
  dueDaysAgo,
});

/** Returns a check-in. Takes the work, the owner, the branch of the return and the days since. */
export const returned = (workId: string, owner: string, branch: string, daysAgo: number): Step => ({
  do: 'check-in',
  barcode: copyAt(workId, owner).barcode,
  branch,
  daysAgo,
});

/** Returns that a copy is not found. Takes the work, the owner, the branch that looked and the days since. */
export const notFound = (workId: string, owner: string, branch: string, daysAgo: number): Step => ({
  do: 'mark-missing',
  barcode: copyAt(workId, owner).barcode,
  branch,
  daysAgo,
});

/** Returns a declaration about a loan. Takes the kind, the patron, the work, the owner, the desk and the days since. */
export const declared = (
  what: 'declare-lost' | 'claim-returned',
  patron: string,
  workId: string,
  owner: string,
  branch: string,
  daysAgo: number,
): Step => ({ do: what, card: card(patron), barcode: copyAt(workId, owner).barcode, branch, daysAgo });

/** Returns a hold or a consortium loan request. Takes the kind, the patron, the work, the pickup branch and the days since. */
export const asked = (
  what: 'place-hold' | 'request-loan',
  patron: string,
  workId: string,
  pickup: string,
  daysAgo: number,
): Step => ({ do: what, card: card(patron), workId: workById(workId).id, pickup, daysAgo });

/** Returns a charge. Takes the patron, the branch, the fee, the amount in cents and the days since. */
export const charged = (patron: string, branch: string, fee: string, amount: number, daysAgo: number): Step => ({
  do: 'charge',
  card: card(patron),
  branch,
  fee,
  amount,
  daysAgo,
});
