import { localDay } from '../../layers/kernel/calendar/days.ts';
import { scanTable } from '../../layers/platform/dynamodb/scan-table.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { queueNamed } from '../../layers/platform/queues/queue.ts';
import { iso } from '../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { titlesIn } from '../catalogue/public/titles.ts';
import { interlibraryLoans } from '../interlibrary-loans.ts';
import { itemStore } from '../items/public/item-store.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { patronStore } from '../patrons/public/patron-store.ts';
import { signInStore } from '../patrons/public/sign-in-store.ts';
import { circulationStores } from './data/circulation-stores.ts';
import { lateLoanStore } from './data/late-loan-store.ts';
import { pastLoanStore } from './data/past-loan-store.ts';
import { tillStore } from './data/till-store.ts';
import { checkScheduler } from './use-cases/schedule-checks.ts';

/** Composes what circulation's operations work with, once a container. */
export const circulationDeps = (runtime: Runtime) => ({ ...circulationStores(openTable(runtime)), ids: runtime.ids });
export type CirculationDeps = ReturnType<typeof circulationDeps>;

/** The same for operations that may also advance an interlibrary loan: check-in and renewal. */
export const interlibraryDeps = (runtime: Runtime) => ({
  ...circulationDeps(runtime),
  interlibraryLoans: interlibraryLoans(runtime),
});
export type InterlibraryDeps = ReturnType<typeof interlibraryDeps>;

/** Composes what the operations on tills work with: `today` is the local day of a branch at an instant (epoch ms). */
export const tillDeps = (runtime: Pick<Runtime, 'environment'>) => {
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

/** The same for operations on past loans and on the loans of wards, with the patrons themselves. */
export const pastLoanDeps = (runtime: Runtime) => {
  const stores = circulationDeps(runtime);
  return { ...stores, past: pastLoanStore(stores.table), patrons: patronStore(stores.table) };
};
export type PastLoanDeps = ReturnType<typeof pastLoanDeps>;

/** Composes what shows a self-check the account of a patron who signs in there. */
export const patronSignInDeps = (runtime: Runtime) => {
  const stores = circulationDeps(runtime);
  return { ...stores, patrons: patronStore(stores.table), attempts: signInStore(stores.table) };
};
export type PatronSignInDeps = ReturnType<typeof patronSignInDeps>;

/** Composes what the list of overdue loans works with. */
export const overdueDeps = (runtime: Runtime) => {
  const stores = circulationDeps(runtime);
  return { ...stores, late: lateLoanStore(stores.table) };
};
export type OverdueDeps = ReturnType<typeof overdueDeps>;

/** Composes what consumers work with that need nothing but the table. */
export const tableDeps = (runtime: Pick<Runtime, 'environment'>) => ({ table: openTable(runtime) });

/** Composes what the schedule's runs work with: the table, and the queue of notices. */
export const schedulerDeps = (runtime: Runtime) => ({
  ...tableDeps(runtime),
  notices: queueNamed(runtime, 'notices'),
});

/** Composes what has holds targeted again: the table, and the queue of that work. */
export const holdWorkDeps = (runtime: Runtime) => ({
  ...tableDeps(runtime),
  holdWork: queueNamed(runtime, 'hold-work'),
});

/** Composes what notes anew what time will do to the rows of the table. */
export const scheduledCheckDeps = (runtime: Runtime) => ({
  times: checkScheduler(openTable(runtime)),
  rows: (entity: 'item' | 'patronStatus') => scanTable(runtime, entity),
});

/** Composes what keeps the loans that ended. */
export const recordLoanDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    patrons: patronStore(table),
    past: pastLoanStore(table),
    items: itemStore(table),
    policies: policyStore(table),
    titles: titlesIn(table),
  };
};
export type RecordLoanDeps = ReturnType<typeof recordLoanDeps>;
