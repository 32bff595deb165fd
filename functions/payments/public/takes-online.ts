import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { accountStore } from '../data/account-store.ts';
import { accountFor } from '../domain/payment-account.ts';

/** Returns whether a member's bills can be paid online: with its own account, or with the one that takes money for all. */
export const takesOnline =
  (table: Table) =>
  async (memberId: string): Promise<boolean> =>
    accountFor(await accountStore(table).all(), memberId) !== undefined;
