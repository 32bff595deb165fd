import { absent, equals, or } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { plainReference } from '../domain/member-account/payment.ts';
import { key } from './keys.ts';

const keyOf = (reference: string) => key('bankReference', { reference: plainReference(reference) });
const claimKey = (claim: string) => key('bankClaim', { claim });

/** Returns the write that claims a bank reference as typed for an entry: the same transfer is not booked twice, for any member. */
export const bankReferenceWrite = (reference: string, entryId: string): Write => ({
  put: { ...keyOf(reference), ...stamp('bankReference', 1), entryId },
  when: absent(),
});

/** What is claimed for an entry of a statement of the bank: `released` names the entry of the ledger whose claim may be taken over. */
export type Claimed = { reference: string; unique?: 'account' | 'day'; claim?: string };

/**
 * Returns the writes that claim an entry of a statement of the bank: it is booked once, and a reference of the bank neither before nor
 * afterwards as typed. Entries of other accounts or days may have the same reference.
 */
export const bankClaimWrites = (
  { reference, unique, claim }: Claimed,
  { entryId, released }: { entryId: string; released?: string | undefined },
): Write[] => {
  if (claim === undefined) return [bankReferenceWrite(reference, entryId)];
  const own: Write = {
    put: { ...claimKey(claim), ...stamp('bankClaim', 1), entryId },
    when: released === undefined ? absent() : or(absent(), equals('entryId', released)),
  };
  if (unique === undefined) return [own];
  const shared = { ...keyOf(reference), ...stamp('bankReference', 1), entryId, byBank: true };
  return [own, { put: shared, when: or(absent(), equals('byBank', true)) }];
};

/** Returns the write that releases a reference, if an entry holds it: never that of another entry. */
const freed = async (table: Table, at: { pk: string; sk: string }, entryId: string): Promise<Write[]> => {
  const row = await table.get(at, { strong: true });
  return row?.entryId === entryId ? [{ delete: at, when: equals('entryId', entryId) }] : [];
};

/** Returns the writes that release the reference of a mistyped entry, so that the transfer can be booked correctly. */
export const bankReferenceFreed = (table: Table, reference: string, entryId: string): Promise<Write[]> =>
  freed(table, keyOf(reference), entryId);

/** Returns the writes that release what was claimed for an entry of a statement of the bank. */
export const bankClaimFreed = async (
  table: Table,
  { reference, claim }: Claimed,
  entryId: string,
): Promise<Write[]> => [
  ...(await freed(table, keyOf(reference), entryId)),
  ...(claim === undefined ? [] : await freed(table, claimKey(claim), entryId)),
];
