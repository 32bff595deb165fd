import type { Write } from '../../../platform/dynamodb/write.ts';
import type { LedgerEntry } from '../domain/entry.ts';
import { type Posting, post } from '../domain/post.ts';
import { ledgerWrite } from './ledger-store.ts';
import { whileNotClosed } from './period-check.ts';

const entryOf = (posting: Posting): LedgerEntry => {
  const entry = post(posting);
  if ('refused' in entry) throw new Error(`A posting cannot be booked: ${entry.refused[0]?.detail}`);
  return entry;
};

/**
 * Returns the write that books a posting at the current instant. Its month cannot be closed: a month closes an hour after its end at the
 * earliest, and no function runs so long (test/contract/booked-at.test.ts). Throws when the posting cannot be booked, since an invalid
 * posting is a bug.
 */
export const bookingWrite = (posting: Posting): Write => ledgerWrite(entryOf(posting));

/** Returns the writes that book a posting at any instant: the first of them is the check that the month of that instant is not closed. */
export const bookedIntoOpen = (posting: Posting): [Write, Write] => {
  const entry = entryOf(posting);
  return [whileNotClosed(entry.periodKey), ledgerWrite(entry)];
};
