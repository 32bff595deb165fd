import { absent, equals, or } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { plainReference } from '../domain/member-account/payment.ts';
import { key } from './keys.ts';

const keyOf = (reference: string) => key('bankReference', { reference: plainReference(reference) });

/** The write that claims a bank's reference for an entry: the same transfer is not booked twice, for whichever member. */
export const bankReferenceWrite = (reference: string, entryId: string): Write => ({
  put: { ...keyOf(reference), ...stamp('bankReference', 1), entryId },
  when: absent(),
});

/** The write that frees the reference of an entry that was mistyped: the transfer may be booked as it came. Never another's. */
export const bankReferenceFreed = (reference: string, entryId: string): Write => ({
  delete: keyOf(reference),
  when: or(absent(), equals('entryId', entryId)),
});
