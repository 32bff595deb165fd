import { copyAt } from './holdings.ts';
import { patronByKey } from './patrons.ts';
import { workById } from './works/works.ts';

/**
 * One act of a case. `daysAgo` counts back from the day of seeding, so that an overdue is overdue whenever the demo is
 * started; acts of a case are in order of time. Patrons by card, items by barcode, works by the demo's work id, money in cents.
 */
export type Step =
  | { do: 'checkout'; card: string; barcode: string; branch: string; daysAgo: number; dueDaysAgo: number }
  | { do: 'check-in'; barcode: string; branch: string; daysAgo: number }
  | { do: 'declare-lost' | 'claim-returned'; card: string; barcode: string; branch: string; daysAgo: number }
  | { do: 'place-hold'; card: string; workId: string; pickup: string; daysAgo: number }
  | { do: 'request-loan'; card: string; workId: string; pickup: string; daysAgo: number }
  | { do: 'charge'; card: string; branch: string; fee: string; amount: number; daysAgo: number };

const card = (patron: string): string => patronByKey(patron).card;

/**
 * Takes patron, work, the branch or member whose copy it is, the branch of the desk, and the days since the loan and since
 * it fell due (negative: it falls due so many days ahead); gives the checkout.
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

/** Takes work, owner, the branch where it comes back and the days since; gives the check-in. */
export const returned = (workId: string, owner: string, branch: string, daysAgo: number): Step => ({
  do: 'check-in',
  barcode: copyAt(workId, owner).barcode,
  branch,
  daysAgo,
});

/** Takes what is said of a loan, patron, work, owner, desk and the days since; gives the declaration. */
export const declared = (
  what: 'declare-lost' | 'claim-returned',
  patron: string,
  workId: string,
  owner: string,
  branch: string,
  daysAgo: number,
): Step => ({ do: what, card: card(patron), barcode: copyAt(workId, owner).barcode, branch, daysAgo });

/** Takes what is asked for (a hold or a consortium loan), patron, work, pickup branch and the days since; gives the request. */
export const asked = (
  what: 'place-hold' | 'request-loan',
  patron: string,
  workId: string,
  pickup: string,
  daysAgo: number,
): Step => ({ do: what, card: card(patron), workId: workById(workId).id, pickup, daysAgo });

/** Takes patron, branch, fee, amount in cents and the days since; gives the charge. */
export const charged = (patron: string, branch: string, fee: string, amount: number, daysAgo: number): Step => ({
  do: 'charge',
  card: card(patron),
  branch,
  fee,
  amount,
  daysAgo,
});
