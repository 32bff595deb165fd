import { type Posting, post } from '../domain/ledger/post.ts';
import { ledgerWrite } from './ledger-store.ts';
import type { Write } from './write.ts';

/** A posting as the write that books it. Throws when it cannot be booked: a decision that books nothing sound is a fault of ours. */
export const bookingWrite = (posting: Posting): Write => {
  const entry = post(posting);
  if ('refused' in entry) throw new Error(`A posting of circulation cannot be booked: ${entry.refused[0]?.detail}`);
  return ledgerWrite(entry);
};
