import { monthsSince } from '../../../patrons/public/months-since.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { PatronUse } from '../../../patrons/public/patron-uses.ts';
import { usesAfter } from '../../../patrons/public/uses-after.ts';
import type { Channel } from './channel.ts';
import type { PatronChange } from './decision.ts';
import type { DecisionContext } from './decision-context.ts';

/** A patron's counters and months of use, as a decision reads them. */
export type Reader = Pick<PatronStatus, 'counters' | 'uses'>;

/** What a decision meets besides the patron's counters; `overdue` and `accrued` of the open loans, where they were read. */
type Met = Pick<DecisionContext, 'equipment' | 'rule' | 'madeAt' | 'groups' | 'residence'> & {
  overdue?: number | undefined;
  accrued?: number | undefined;
};

/** Returns what a decision about a patron's use meets, for the decision log. Without a use, which a refusal is not, only the counters. */
export const contextWith = (
  { counters: { loans, holds, owed }, uses }: Reader,
  use: PatronUse | undefined,
  zone: string,
  channel: Channel = 'system',
  { overdue, accrued, ...more }: Met = {},
): DecisionContext => ({
  ...{ zone, channel, ...more },
  counters: {
    ...{ loans, holds, owed },
    ...(overdue !== undefined && { overdue }),
    ...(accrued !== undefined && { accrued }),
  },
  ...(use && { since: monthsSince(uses, use) }),
});

/** Returns the change of the patron's months of last use; undefined when this month is noted already, which costs no write. */
export const usesChange = ({ uses: before }: Reader, use: PatronUse): PatronChange['uses'] => {
  const after = usesAfter(before, use);
  return after && { before, after };
};
