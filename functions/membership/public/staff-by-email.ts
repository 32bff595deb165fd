import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { staffStore } from '../data/staff-store.ts';

/** Returns the person with this e-mail address, with the roles that the person holds. */
export const staffByEmail = async (
  table: Table,
  email: string,
): Promise<{ staffId: string; grants: readonly Grant[] } | undefined> =>
  (await staffStore(table).byEmail(email))?.staff;
