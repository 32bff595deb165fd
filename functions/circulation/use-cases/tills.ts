import { localDay } from '../../../layers/kernel/calendar/days.ts';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { tillStore } from '../data/till-store.ts';

/** What the operations on tills work with; `today` is a branch's local day at an instant (epoch ms), nothing where it is no branch. */
export const tillHouse = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  const branches = branchStore(table);
  return {
    tills: tillStore(table),
    today: async (branchId: string, now: number): Promise<string | undefined> => {
      const branch = await branches.known(branchId, now);
      return branch && localDay(branch.calendar, iso(now));
    },
  };
};
