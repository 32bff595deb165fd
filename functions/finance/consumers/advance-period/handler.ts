import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage, count } from '../../../../layers/platform/runtime/meter.ts';
import { budgetWatchDeps, closingDeps } from '../../deps.ts';
import { advancePeriod, type NextStep } from '../../use-cases/advance-period.ts';
import { contract } from './contract.ts';

/**
 * Within the function's five minutes, bookings start during this many milliseconds: the rest is for the current statement and the
 * response.
 */
const BOOKING_MS = 200_000;

export const handler = work(
  contract,
  (runtime) => ({ closing: closingDeps(runtime), watch: budgetWatchDeps(runtime) }),
  async ({ month }: { month: string }, { clock, ...deps }, { now }): Promise<NextStep> => {
    // A month is work for all members. A workflow step has no cause; otherwise the usage would be unattributed.
    attributeUsage({ caller: 'consortium' });
    count({ transitions: 3 });
    const timeLeft = () => clock.now() - now < BOOKING_MS;
    return advancePeriod(deps, month, { now, timeLeft, operation: contract.id });
  },
);
