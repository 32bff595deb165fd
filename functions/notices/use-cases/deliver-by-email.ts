import { sendEmail, surelyNotSent } from '../../../layers/platform/queues/email.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import type { Notice } from '../data/notice-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { BeingSent } from './being-sent.ts';
import { renderMessage, validNotices } from './render-notice.ts';

/**
 * Sends notices to a patron as one e-mail. Claims them first and records the result afterwards: a recorded notice is never sent again. A
 * claim whose e-mail was certainly refused is released immediately. When the result is unknown (no response, or the function ended in
 * between) the notice is sent again after the claim has expired, possibly a second time (docs/adr/0018). Without an address or a sender
 * the notice stays in the account only.
 */
export const deliverByEmail = async (
  deps: NoticesDeps,
  patron: Patron,
  notices: readonly Notice[],
  now: number,
): Promise<void> => {
  const { patronId } = patron.status;
  const to = patron.person.person.email;
  const { sender } = deps;
  const valid = await validNotices(deps, patron, notices, now);
  if (valid.length === 0 || to === undefined || sender === undefined) return;
  const message = await renderMessage(deps, patron, valid, 'email', now);
  const { claimed, busy } = await deps.notices.claim(
    patronId,
    valid.map(({ notice }) => notice),
    now,
  );
  if (busy) throw new BeingSent('Another worker is sending it.');
  if (claimed.length === 0) return;
  try {
    await sendEmail(sender, { to, ...message }, 'once');
  } catch (error) {
    if (surelyNotSent(error)) await deps.notices.settle(patronId, claimed, 'waiting');
    throw error;
  }
  await deps.notices.settle(patronId, claimed, 'emailed');
};
