import { absent, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { type AccountCodes, accountCodesSchema } from '../domain/statements/account-codes.ts';
import { key } from './keys.ts';

/** Stores the account codes for members' statements, version by version. */
export type AccountCodesStore = {
  /** Returns all versions of a member, the newest first. Always a strong read. */
  ofMember(memberId: string): Promise<AccountCodes[]>;
  /** Returns all versions of all members, by member. Always a strong read, because statements are written from them. */
  byMember(): Promise<Map<string, AccountCodes[]>>;
  /** Adds a member's next version with its audit entry and the writes of `beside`. `changed` when that version exists already. */
  add(
    codes: AccountCodes,
    audit: AuditLine,
    beside: readonly Write[],
  ): Promise<'written' | 'unknown-member' | 'changed'>;
};

const serial = (version: number): string => String(version).padStart(6, '0');

/** Stores the codes in the table, all in one partition: there are hundreds of members, and a month's statements need all. */
export const accountCodesStore = (table: Table): AccountCodesStore => {
  const keyOf = ({ memberId, version }: Pick<AccountCodes, 'memberId' | 'version'>) =>
    key('accountCodes', { memberId, version: serial(version) });
  const { pk: partition } = keyOf({ memberId: 'any', version: 1 });
  const read = ({ codes }: Record<string, unknown>): AccountCodes => accountCodesSchema.parse(codes);
  return {
    ofMember: async (memberId) => {
      // Member ids contain no character that a key escapes.
      const items = await table.queryAll({ partition, begins: `${memberId}#`, strong: true });
      return items.map(read).toSorted((one, other) => other.version - one.version);
    },
    byMember: async () => {
      const all = (await table.queryAll({ partition, strong: true })).map(read);
      return Map.groupBy(all, ({ memberId }) => memberId);
    },
    add: async (codes, audit, beside) => {
      const { memberId, version } = codes;
      const lost = await table.write([
        { check: membershipKeys.key('member', { memberId }), when: present() },
        { put: { ...keyOf(codes), ...stamp('accountCodes', version), codes }, when: absent() },
        auditWrite(audit),
        ...beside,
      ]);
      if (!lost) return 'written';
      return lost.conflict.some(({ index }) => index === 0) ? 'unknown-member' : 'changed';
    },
  };
};
