import type { Account } from './accounts.ts';
import type { LedgerEntry } from './entry.ts';

/** The name of the consortium as the owner of ledger lines; no member may have it as its id. */
export const CONSORTIUM = 'consortium';

/** The accounts of a member's books that the consortium's own books mirror. */
const TOWARDS: readonly Account[] = ['due-to-consortium', 'accrued-to-consortium'];

/** Returns whether a ledger entry belongs to the consortium's own books: it is of its own money, or between it and a member. */
export const isOfConsortium = ({ lines }: Pick<LedgerEntry, 'lines'>): boolean =>
  lines.some(({ account, member }) => member === CONSORTIUM || TOWARDS.includes(account));
