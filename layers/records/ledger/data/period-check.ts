import { absent, type Condition, equals, or } from '../../../platform/dynamodb/condition.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import type { PeriodState } from '../domain/period-state.ts';
import { key } from './keys.ts';

/** Holds while a month's period is in one of these states. A month that nobody has touched has no row and is open. */
const inState = (states: readonly PeriodState[]): Condition =>
  or(...(states.includes('open') ? [absent()] : []), ...states.map((state) => equals('state', state)));

/**
 * The check that every transaction that writes anything of a period contains: the period is in one of these states. It names the
 * states in which writing is allowed, so that a closed period is never written by omission.
 */
export const whilePeriod = (month: string, ...states: [PeriodState, ...PeriodState[]]): Write => ({
  check: key('period', { month }),
  when: inState(states),
});

/** The check that every transaction contains that books into a month at another instant than its own. */
export const whileNotClosed = (month: string): Write => whilePeriod(month, 'open', 'metered', 'reconciled', 'approved');
