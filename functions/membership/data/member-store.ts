import * as z from 'zod';
import { absent, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Member, memberSchema } from '../domain/member.ts';
import { gsi2, key } from './keys.ts';

const stored = z.object({ ...memberSchema.shape, createdAt: z.string(), v: z.number() });

/** Parses a member from a stored item; its start is the creation date by default. */
export const readMember = (item: unknown): Member => {
  const { createdAt, v: _v, ...member } = stored.parse(item);
  return { ...member, memberSince: member.memberSince ?? createdAt.slice(0, 10) };
};

/** Stores members of the consortium. */
export type MemberStore = {
  /** Claims the member's id. Returns false when it is taken. */
  create(member: Member, at: string): Promise<boolean>;
  get(memberId: string): Promise<Member | undefined>;
  /** Sets the start and end of a membership, with the writes of the same transaction. False when there is no such member. */
  setMembership(
    memberId: string,
    membership: { memberSince: string; leftOn?: string | undefined },
    beside: readonly Write[],
  ): Promise<boolean>;
};

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
    return (await table.write([{ put, when: absent() }])) === undefined;
  },
  get: async (memberId) => {
    const item = await table.get(key('member', { memberId }));
    return item && readMember(item);
  },
  setMembership: async (memberId, { memberSince, leftOn }, beside) => {
    const write: Write = {
      update: key('member', { memberId }),
      set: { memberSince, ...(leftOn !== undefined && { leftOn }) },
      ...(leftOn === undefined && { remove: ['leftOn'] }),
      when: present(),
    };
    return (await table.write([write, ...beside])) === undefined;
  },
});
