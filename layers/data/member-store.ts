import * as z from 'zod';
import { type Member, memberSchema } from '../domain/membership/member.ts';
import { absent } from './condition.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import { stamp, type Table } from './table.ts';

const stored = z.object({ ...memberSchema.shape, createdAt: z.string(), v: z.number() });
const directoryRow = z.discriminatedUnion('entity', [
  stored.extend({ entity: z.literal('member') }),
  z.object({ entity: z.literal('branch') }).loose(),
]);

/** Members of the consortium. */
export type MemberStore = {
  /** Claims the member's id. Gives false when it is taken. */
  create(member: Member, at: string): Promise<boolean>;
  get(memberId: string): Promise<Member | undefined>;
  /** All members, by id. */
  list(): Promise<Member[]>;
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
    return item ? memberSchema.parse(pick(stored.parse(item))) : undefined;
  },
  list: async () => {
    const rows = await table.queryAll({
      index: 'gsi2',
      partition: indexPartition('member', 'gsi2', { memberId: 'any' }),
    });
    return rows.flatMap((row) => {
      const parsed = directoryRow.parse(row);
      return parsed.entity === 'member' ? [pick(parsed)] : [];
    });
  },
});

const pick = ({ memberId, name, type, fiscalYearStartsIn, lendsOnRequest }: Member): Member => ({
  memberId,
  name,
  type,
  fiscalYearStartsIn,
  lendsOnRequest,
});
