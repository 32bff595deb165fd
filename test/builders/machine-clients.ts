import { machineStore } from '../../functions/membership/data/machine-store.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

type Store = ReturnType<typeof machineStore>;
type Machine = Parameters<Store['add']>[0];
type Audit = Parameters<Store['add']>[2];

/** Adds a machine client with a secret. Returns whether its id was free. */
export const addMachine = (table: Table, machine: Machine, secret: string, audit: Audit) =>
  machineStore(table).add(machine, secret, audit);

/** Withdraws a machine client at an instant. */
export const withdrawMachine = (table: Table, clientId: string, at: string, audit: Audit) =>
  machineStore(table).withdraw(clientId, at, audit);

/** Returns the machine client whose secret it is; undefined for a wrong one, and once it was withdrawn. */
export const machineOf = (table: Table, clientId: string, secret: string) =>
  machineStore(table).authenticate(clientId, secret);
