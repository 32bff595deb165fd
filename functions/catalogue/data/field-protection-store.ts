import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type ProtectedField, protectedFieldSchema } from '../domain/loading/field-protection.ts';
import { key } from './keys.ts';

/** Stores the fields that each member protects from loads of its own system; empty by default. */
export type FieldProtectionStore = {
  get(memberId: string): Promise<ProtectedField[]>;
  /** Replaces the fields that a member protects. */
  set(memberId: string, fields: readonly ProtectedField[]): Promise<void>;
};

/** Stores protected fields in the table. */
export const fieldProtectionStore = (table: Table): FieldProtectionStore => ({
  get: async (memberId) => {
    const row = await table.get(key('fieldProtection', { memberId }), { strong: true });
    return row ? z.array(protectedFieldSchema).parse(row.fields) : [];
  },
  set: async (memberId, fields) => {
    const row = { ...key('fieldProtection', { memberId }), ...stamp('fieldProtection', 1) };
    await table.write([{ put: { ...row, memberId, fields } }]);
  },
});
