import { absent, type Condition, equals, or } from '../../../platform/dynamodb/condition.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import type { PeriodState } from '../domain/period-state.ts';
import { key } from './keys.ts';

/** Requires that a month's period is in one of these states. A month without a row is open. */
const inState = (states: readonly PeriodState[]): Condition =>
  or(...(states.includes('open') ? [absent()] : []), ...states.map((state) => equals('state', state)));

/**
 * Returns the check for every transaction that writes data of a period: the period is in one of these states. It names the states in
 * which writing is permitted, so that a closed period is never written by omission.
 */
export const whilePeriod = (month: string, ...states: [PeriodState, ...PeriodState[]]): Write => ({
  check: key('period', { month }),
  when: inState(states),
});

/** Returns the check for every transaction that books into a month at another instant than the current one. */
export const whileNotClosed = (month: string): Write => whilePeriod(month, 'open', 'metered', 'reconciled', 'approved');
