import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Branch } from '../domain/branch.ts';
import type { Member } from '../domain/member.ts';
import { readBranch } from './branch-store.ts';
import { indexPartition } from './keys.ts';
import { readMember } from './member-store.ts';

/** A member with its branches, as in the directory. */
export type DirectoryMember = Member & { branches: Branch[] };

/** Returns all members and branches, both by id: one query, since the directory is one partition of the index. */
export const readDirectory = async (table: Table): Promise<DirectoryMember[]> => {
  const rows = await table.queryAll({
    index: 'gsi2',
    partition: indexPartition('member', 'gsi2', { memberId: 'any' }),
  });
  const branches = Map.groupBy(
    rows.filter(({ entity }) => entity === 'branch'),
    ({ memberId }) => memberId,
  );
  return rows
    .filter(({ entity }) => entity === 'member')
    .map((row) => ({ ...readMember(row), branches: (branches.get(row.memberId) ?? []).map(readBranch) }));
};
