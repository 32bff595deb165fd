import { whileNotClosed } from '../../../../functions/finance/data/period-store.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import type { LedgerEntry } from '../domain/entry.ts';
import { type Posting, post } from '../domain/post.ts';
import { ledgerWrite } from './ledger-store.ts';

const entryOf = (posting: Posting): LedgerEntry => {
  const entry = post(posting);
  if ('refused' in entry) throw new Error(`A posting cannot be booked: ${entry.refused[0]?.detail}`);
  return entry;
};

/**
 * The write that books what an act comes to at the act's own instant: its month is not closed, for none is until it is over for an
 * hour, and no function runs so long (test/contract/booked-at.test.ts). Throws when it cannot be booked: a decision that books nothing sound is a fault of ours.
 */
export const bookingWrite = (posting: Posting): Write => ledgerWrite(entryOf(posting));

/** The writes that book a posting as of whatever instant: the first of them holds while that instant's month is not closed. */
export const bookedIntoOpen = (posting: Posting): [Write, Write] => {
  const entry = entryOf(posting);
  return [whileNotClosed(entry.periodKey), ledgerWrite(entry)];
};
