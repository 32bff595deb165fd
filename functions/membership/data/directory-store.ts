import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { type Conflict, stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Member } from '../domain/member.ts';
import { readBranch, type StoredBranch } from './branch-codec.ts';
import { indexPartition, key } from './keys.ts';
import { readMember } from './member-codec.ts';

/** A member with its branches, as in the directory. */
export type DirectoryMember = Member & { branches: StoredBranch[] };

const TRIES = 20;

const stored = z.object({ v: z.int(), zipped: z.instanceof(Uint8Array) });

type Directory = { v: number; members: DirectoryMember[] };

const byId =
  <T>(idOf: (one: T) => string) =>
  (one: T, other: T): number =>
    idOf(one) < idOf(other) ? -1 : 1;

/** Reads the members and branches themselves, to build the directory: their partition of the index. */
const builtDirectory = async (table: Table): Promise<DirectoryMember[]> => {
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

const current = async (table: Table, reading: { strong?: boolean } = {}): Promise<Directory> => {
  const row = await table.get(key('directory', {}), reading);
  if (!row) return { v: 0, members: await builtDirectory(table) };
  const { v, zipped } = stored.parse(row);
  // Written by us from parsed rows.
  return { v, members: JSON.parse(gunzipSync(zipped).toString('utf8')) as DirectoryMember[] };
};

/** Returns all members and branches, both by id: one item, written with each change of them. */
export const readDirectory = async (table: Table): Promise<DirectoryMember[]> => (await current(table)).members;

/** A member or a branch after a change, or the changed part of a member. */
export type DirectoryChange =
  | { member: Member }
  | { branch: StoredBranch }
  | { part: Partial<Member>; memberId: string };

const changed = (members: readonly DirectoryMember[], change: DirectoryChange): DirectoryMember[] => {
  if ('member' in change) {
    const { member } = change;
    const { branches = [] } = members.find(({ memberId }) => memberId === member.memberId) ?? {};
    const others = members.filter(({ memberId }) => memberId !== member.memberId);
    return [...others, { ...member, branches }].sort(byId(({ memberId }) => memberId));
  }
  if ('part' in change) {
    const { part, memberId } = change;
    return members.map((member) => (member.memberId === memberId ? { ...member, ...part } : member));
  }
  const { branch } = change;
  const [memberId] = branch.branchId.split('.');
  return members.map((member) => {
    if (member.memberId !== memberId) return member;
    const others = member.branches.filter(({ branchId }) => branchId !== branch.branchId);
    return { ...member, branches: [...others, branch].sort(byId(({ branchId }) => branchId)) };
  });
};

const zippedOf = (members: readonly DirectoryMember[], change: DirectoryChange): Buffer =>
  gzipSync(JSON.stringify(changed(members, change)));

/** Returns the size of the stored directory after a change, in bytes. */
export const directoryBytes = async (table: Table, change: DirectoryChange): Promise<number> =>
  zippedOf((await current(table)).members, change).length;

/**
 * Writes a change of a member or a branch together with the directory. Returns the conflict of the given writes; a change of the directory
 * by others is read again.
 */
export const writeWithDirectory = async (
  table: Table,
  change: DirectoryChange,
  writes: readonly Write[],
): Promise<Conflict | undefined> => {
  for (let i = 0; i < TRIES; i += 1) {
    const { v, members } = await current(table, { strong: true });
    const zipped = zippedOf(members, change);
    const put = { ...key('directory', {}), ...stamp('directory', v + 1), zipped };
    const lost = await table.write([...writes, { put, when: expectedVersion(v) }]);
    const own = lost?.conflict.filter(({ index }) => index < writes.length) ?? [];
    if (own.length > 0) return { conflict: own };
    if (!lost) return undefined;
  }
  throw new TableConflict(`The directory was changed ${TRIES} times at once`);
};
