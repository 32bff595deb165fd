import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type ProtectedField, protectedFieldSchema } from '../domain/field-protection.ts';
import { key } from './keys.ts';

/** The fields that a member protects from its own system's loads; none when it has said nothing. */
export const protectedFields = async (table: Table, memberId: string): Promise<ProtectedField[]> => {
  const row = await table.get(key('fieldProtection', { memberId }), { strong: true });
  return row ? z.array(protectedFieldSchema).parse(row.fields) : [];
};

/** Keeps which fields a member protects, in place of those of before. */
export const setProtectedFields = async (
  table: Table,
  memberId: string,
  fields: readonly ProtectedField[],
): Promise<void> => {
  const row = { ...key('fieldProtection', { memberId }), ...stamp('fieldProtection', 1) };
  await table.write([{ put: { ...row, memberId, fields } }]);
};
