import * as z from 'zod';
import { type Member, memberSchema } from '../domain/membership/member.ts';
import { absent } from './condition.ts';
import { gsi2, key } from './keys.ts';
import { stamp, type Table } from './table.ts';

const stored = z.object({ ...memberSchema.shape, createdAt: z.string(), v: z.number() });

/** A member out of a stored item. */
export const readMember = (item: unknown): Member => {
  const { createdAt: _at, v: _v, ...member } = stored.parse(item);
  return member;
};

/** Members of the consortium. */
export type MemberStore = {
  /** Claims the member's id. Gives false when it is taken. */
  create(member: Member, at: string): Promise<boolean>;
  get(memberId: string): Promise<Member | undefined>;
};

/** The members kept in the table. */
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
});
