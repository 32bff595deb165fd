import { absent, equals, or } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { plainReference } from '../domain/member-account/payment.ts';
import { key } from './keys.ts';

const keyOf = (reference: string) => key('bankReference', { reference: plainReference(reference) });

/** Returns the write that claims a bank reference for an entry: the same transfer is not booked twice, for any member. */
export const bankReferenceWrite = (reference: string, entryId: string): Write => ({
  put: { ...keyOf(reference), ...stamp('bankReference', 1), entryId },
  when: absent(),
});

/**
 * Returns the write that releases the reference of a mistyped entry, so that the transfer can be booked correctly; never that of another
 * entry.
 */
export const bankReferenceFreed = (reference: string, entryId: string): Write => ({
  delete: keyOf(reference),
  when: or(absent(), equals('entryId', entryId)),
});
