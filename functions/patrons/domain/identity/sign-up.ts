import { addDays } from '../../../../layers/kernel/calendar/days.ts';
import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';
import type { Block, PatronStatus } from '../record/patron-status.ts';

/** The code of the block on a temporary card that may not borrow: only verification of the patron lifts it. */
export const UNVERIFIED = 'unverified';

/** Returns a temporary patron's status on the day of the sign-up, by policy: category, last day of validity, and whether it may borrow. */
export const temporaryStatus = (
  { selfRegistration }: Pick<PatronsPolicy, 'selfRegistration'>,
  at: string,
): { category: string; expiresOn: string; temporary: true; blocks: Block[] } => {
  const { category, days, mayBorrow } = selfRegistration;
  const block = { code: UNVERIFIED, scope: 'consortium', since: at, by: 'policy' };
  return {
    category,
    expiresOn: addDays(at.slice(0, 10), days),
    temporary: true,
    blocks: mayBorrow ? [] : [block],
  };
};

/** Returns the blocks that remain after a desk has verified the patron. */
export const verifiedBlocks = ({ blocks }: Pick<PatronStatus, 'blocks'>): Block[] =>
  blocks.filter(({ code }) => code !== UNVERIFIED);
