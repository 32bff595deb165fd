import { and, equals, expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type SecondPerson, secondPersonSchema } from '../domain/second-person.ts';
import { gsi2, key } from './keys.ts';

/** Stores who adopts changes for members with one person: one person a member. */
export type SecondStore = {
  /** A strong read. */
  get(memberId: string): Promise<SecondPerson | undefined>;
  list(): Promise<SecondPerson[]>;
  /** Writes the next state of one that was read (`v` is one above it); false after a concurrent change. */
  put(second: SecondPerson, audit: AuditLine): Promise<boolean>;
  /** Removes one as it was read; false after a concurrent change. */
  remove(second: SecondPerson, audit: AuditLine): Promise<boolean>;
};

/** Decodes a stored second person. */
export const readSecond = (row: Record<string, unknown>): SecondPerson => {
  const { pk: _p, sk: _s, gsi2pk: _gp, gsi2sk: _gs, entity: _e, schema: _c, ...rest } = row;
  return secondPersonSchema.parse(rest);
};

/** Returns the check that a person still is the second one of a member, for the transaction of what that person decides. */
export const whileSecond = (memberId: string, staffId: string): Write => ({
  check: key('secondPerson', { memberId }),
  when: and(equals('staffId', staffId), equals('state', 'accepted')),
});

/** Stores second persons in the table. */
export const secondStore = (table: Table): SecondStore => ({
  get: async (memberId) => {
    const found = await table.get(key('secondPerson', { memberId }), { strong: true });
    return found && readSecond(found);
  },
  list: async () => {
    const { pk: partition } = key('secondPerson', { memberId: '-' });
    return (await table.queryAll({ partition })).map(readSecond);
  },
  put: async (second, audit) => {
    const keys = { ...key('secondPerson', second), ...gsi2('secondPerson', second) };
    const put = { ...keys, ...stamp('secondPerson', second.v), ...second };
    return (await table.write([{ put, when: expectedVersion(second.v - 1) }, auditWrite(audit)])) === undefined;
  },
  remove: async (second, audit) =>
    (await table.write([{ delete: key('secondPerson', second), when: unchanged(second.v) }, auditWrite(audit)])) ===
    undefined,
});
