import { absent, and, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Member, MemberDetails } from '../domain/member.ts';
import type { ShelvingNames } from '../domain/shelving-names.ts';
import { directoryBytes, writeWithDirectory } from './directory-store.ts';
import { gsi2, key } from './keys.ts';
import { readMember } from './member-codec.ts';

/** Stores members of the consortium. */
export type MemberStore = {
  /** Claims the member's id. Returns false when it is taken. */
  create(member: Member, at: string): Promise<boolean>;
  get(memberId: string): Promise<Member | undefined>;
  /** Sets the start and end of a membership, with the writes of the same transaction. False when there is no such member. */
  setMembership(after: Member & { memberSince: string }, beside: readonly Write[]): Promise<boolean>;
  /**
   * Sets the details of a member, with the writes of the same transaction. False when `version` is no longer that of the details before
   * (0 before the first change).
   */
  setDetails(
    memberId: string,
    change: { details: MemberDetails; version: number },
    beside: readonly Write[],
  ): Promise<boolean>;
  /**
   * Sets the names of locations and item types, with the writes of the same transaction. `changed` when they are no longer the ones before
   * `names.v`; `full` when the directory, which every page reads, would become too large.
   */
  setNames(memberId: string, names: ShelvingNames, beside: readonly Write[]): Promise<'set' | 'changed' | 'full'>;
};

/** Names are refused above this size of the compressed directory: an item of DynamoDB has 400 KB at most, and branches need room. */
const MOST_BYTES = 250_000;

/** Stores members in the table. */
export const memberStore = (table: Table): MemberStore => ({
  create: async (member, at) => {
    const put = {
      ...key('member', member),
      ...gsi2('member', member),
      ...stamp('member', 1),
      ...member,
      createdAt: at,
    };
    return (await writeWithDirectory(table, { member: readMember(put) }, [{ put, when: absent() }])) === undefined;
  },
  get: async (memberId) => {
    const item = await table.get(key('member', { memberId }));
    return item && readMember(item);
  },
  setMembership: async (after, beside) => {
    const { memberId, memberSince, leftOn } = after;
    const write: Write = {
      update: key('member', { memberId }),
      set: { memberSince, ...(leftOn !== undefined && { leftOn }) },
      ...(leftOn === undefined && { remove: ['leftOn'] }),
      when: present(),
    };
    return (await writeWithDirectory(table, { member: after }, [write, ...beside])) === undefined;
  },
  setDetails: async (memberId, { details, version }, beside) => {
    const part = { ...details, detailsVersion: version + 1 };
    const write: Write = {
      update: key('member', { memberId }),
      set: part,
      when: and(present(), version === 0 ? lacks('detailsVersion') : equals('detailsVersion', version)),
    };
    return (await writeWithDirectory(table, { memberId, part }, [write, ...beside])) === undefined;
  },
  setNames: async (memberId, names, beside) => {
    const before = names.v - 1;
    const write: Write = {
      update: key('member', { memberId }),
      set: { names, namesV: names.v },
      when: and(present(), before === 0 ? lacks('namesV') : equals('namesV', before)),
    };
    if ((await directoryBytes(table, { memberId, part: { names } })) > MOST_BYTES) return 'full';
    return (await writeWithDirectory(table, { memberId, part: { names } }, [write, ...beside])) === undefined
      ? 'set'
      : 'changed';
  },
});
