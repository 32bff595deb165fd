import { addDays } from '../../../layers/kernel/calendar/days.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import type { Block, PatronStatus } from './patron-status.ts';

/** The code of the block that a temporary card has where it lends nothing: only who verifies the patron lifts it. */
export const UNVERIFIED = 'unverified';

/** A temporary patron's status on the day of the sign-up, by policy: category, last good day, and whether it may borrow. */
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

/** The blocks that are left once a desk has verified who somebody is. */
export const verifiedBlocks = ({ blocks }: Pick<PatronStatus, 'blocks'>): Block[] =>
  blocks.filter(({ code }) => code !== UNVERIFIED);
