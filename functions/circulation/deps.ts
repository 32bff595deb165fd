import { localDay } from '../../layers/kernel/calendar/days.ts';
import { type ScanPosition, scanTableFrom } from '../../layers/platform/dynamodb/scan-table.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { queueNamed } from '../../layers/platform/queues/queue.ts';
import { iso } from '../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { attemptStore } from '../../layers/records/attempts/data/attempt-store.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { titlesIn } from '../catalogue/public/titles.ts';
import { interlibraryLoans } from '../interlibrary-loans.ts';
import { itemStore } from '../items/public/item-store.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { machineName } from '../membership/public/machine-name.ts';
import { staffNames } from '../membership/public/staff-names.ts';
import { patronStore } from '../patrons/public/patron-store.ts';
import { circulationStores } from './data/circulation-stores.ts';
import { closingStore } from './data/closing-store.ts';
import { deviceTransactionStore } from './data/device-transaction-store.ts';
import { lateLoanStore } from './data/late-loan-store.ts';
import { pastLoanStore } from './data/past-loan-store.ts';
import { tillStore } from './data/till-store.ts';
import { checkScheduler } from './use-cases/schedule-checks.ts';

/** Composes the dependencies of circulation's operations, once per container. */
export const circulationDeps = (runtime: Runtime) => ({ ...circulationStores(openTable(runtime)), ids: runtime.ids });
export type CirculationDeps = ReturnType<typeof circulationDeps>;

/** Adds the dependencies of operations that may also advance an interlibrary loan: check-in and renewal. */
export const interlibraryDeps = (runtime: Runtime) => ({
  ...circulationDeps(runtime),
  interlibraryLoans: interlibraryLoans(runtime),
});
export type InterlibraryDeps = ReturnType<typeof interlibraryDeps>;

/** Composes the dependencies of operations on tills: `today` returns the local day of a branch at an instant (epoch ms). */
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

/** Adds the dependencies of operations on past loans and on the loans of dependants. */
export const pastLoanDeps = (runtime: Runtime) => {
  const stores = circulationDeps(runtime);
  return { ...stores, past: pastLoanStore(stores.table), patrons: patronStore(stores.table) };
};
export type PastLoanDeps = ReturnType<typeof pastLoanDeps>;

/** Composes the dependencies for a patron's account at a self-check. */
export const patronSignInDeps = (runtime: Runtime) => {
  const stores = circulationDeps(runtime);
  return { ...stores, patrons: patronStore(stores.table), attempts: attemptStore(stores.table) };
};
export type PatronSignInDeps = ReturnType<typeof patronSignInDeps>;

/** Composes the dependencies of the list of overdue loans. */
export const overdueDeps = (runtime: Runtime) => {
  const stores = circulationDeps(runtime);
  return { ...stores, late: lateLoanStore(stores.table) };
};
export type OverdueDeps = ReturnType<typeof overdueDeps>;

/** Composes the dependencies of transactions of devices that were not recorded. */
export const deviceDeps = (runtime: Runtime) => {
  const stores = circulationDeps(runtime);
  return {
    ...{ ...stores, devices: deviceTransactionStore(stores.table) },
    machineName: (clientId: string) => machineName(stores.table, clientId),
    staffNames: (actors: readonly string[]) => staffNames(stores.table, actors),
  };
};
export type DeviceDeps = ReturnType<typeof deviceDeps>;

/** Composes the dependencies of consumers that need only the table. */
export const tableDeps = (runtime: Pick<Runtime, 'environment'>) => ({ table: openTable(runtime) });

/** Composes the dependencies of closings of branches. */
export const closingDeps = (runtime: Runtime) => {
  const stores = circulationDeps(runtime);
  return { ...stores, closings: closingStore(stores.table), clock: runtime.clock };
};
export type ClosingDeps = ReturnType<typeof closingDeps>;

/** Composes the dependencies of the scheduled run: the queue of notices, and closings of branches. */
export const scheduledWorkDeps = (runtime: Runtime) => ({
  ...closingDeps(runtime),
  notices: queueNamed(runtime, 'notices'),
});

/** Composes the dependencies for retargeting holds: the table, and the queue of that work. */
export const holdWorkDeps = (runtime: Runtime) => ({
  ...tableDeps(runtime),
  holdWork: queueNamed(runtime, 'hold-work'),
});

/** Composes the dependencies for scheduling the checks of rows again. */
export const scheduledCheckDeps = (runtime: Runtime) => ({
  times: checkScheduler(openTable(runtime)),
  walk: (from: ScanPosition | undefined) => scanTableFrom(runtime, ['item', 'patronStatus'], from),
});

/** Composes the dependencies for recording past loans. */
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
