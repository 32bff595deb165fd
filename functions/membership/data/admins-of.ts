import { holds } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { staffStore } from './staff-store.ts';

/** How many staff of a member are read: its administrators are among them unless it has more. */
const MOST = 200;

/** Returns the administrators among the staff of a member. */
export const adminsOf = async (table: Table, memberId: string): Promise<{ name: string; email: string }[]> => {
  const page = await staffStore(table).list(memberId, { limit: MOST });
  if (page === 'bad-cursor') return [];
  return page.rows
    .filter(({ grants }) => holds(grants, 'member-admin', { scope: 'member', member: memberId }))
    .map(({ name, email }) => ({ name, email }));
};
