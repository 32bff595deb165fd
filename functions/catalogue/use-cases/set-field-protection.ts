import { answer } from '../../../layers/platform/http/outcome.ts';
import type { FieldProtectionStore } from '../data/field-protection-store.ts';
import type { ProtectedField } from '../domain/loading/field-protection.ts';

type Input = { memberId: string; fields: ProtectedField[] };

/** Sets which fields of a member's records later loads leave as staff edited them; replaces the earlier list. */
export const setFieldProtection = async (
  { fieldProtection }: { fieldProtection: FieldProtectionStore },
  { memberId, fields }: Input,
) => {
  await fieldProtection.set(memberId, fields);
  return answer({ fields });
};
