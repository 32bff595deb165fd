import { sendEmail, surelyNotSent } from '../../../layers/platform/queues/email.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import type { Notice } from '../data/notice-store.ts';
import type { NoticesHouse } from './house.ts';
import { trueOnes, wordsFor } from './telling.ts';

/** Thrown when somebody else is just sending one of the notices: the message, or the digest, comes again later. */
class BeingSent extends Error {
  override name = 'BeingSent';
}

/**
 * Sends notices to a patron as one e-mail. Claimed first, noted afterwards: what was noted is never sent again; a claim
 * whose e-mail was surely refused is given back at once; where nobody knows (no answer, or the function ended in between)
 * it is sent again when the claim has run out, which may be a second time (docs/adr/0018). Without an address or a
 * sender it stays in the account.
 */
export const deliver = async (
  house: NoticesHouse,
  patron: Patron,
  notices: readonly Notice[],
  now: number,
): Promise<void> => {
  const { patronId } = patron.status;
  const to = patron.person.person.email;
  const { sender } = house;
  const looked = await trueOnes(house, patron, notices, now);
  if (looked.length === 0 || to === undefined || sender === undefined) return;
  const words = await wordsFor(house, patron, looked, 'mail', now);
  const { claimed, busy } = await house.notices.claim(
    patronId,
    looked.map(({ notice }) => notice),
    now,
  );
  if (busy) throw new BeingSent('Somebody else sends it just now.');
  if (claimed.length === 0) return;
  try {
    await sendEmail(sender, { to, ...words }, 'once');
  } catch (error) {
    if (surelyNotSent(error)) await house.notices.settle(patronId, claimed, 'waiting');
    throw error;
  }
  await house.notices.settle(patronId, claimed, 'mailed');
};
