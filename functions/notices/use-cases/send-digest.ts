import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { NoticesDeps } from '../deps.ts';
import { deliverByEmail } from './deliver-by-email.ts';
import { deliverByText } from './deliver-by-text.ts';
import { stillConsented } from './still-consented.ts';

/** The maximum number of notices of one e-mail: as many as one write can claim. */
const MOST_IN_ONE = 40;

/** Sends the notices of a patron that wait for the digest, or for the hours of text messages, by `now` (epoch ms); none for an erased patron. */
export const sendDigest = async (deps: NoticesDeps, patronId: string, now: number): Promise<void> => {
  const patron = await deps.patrons.get(patronId);
  if (!patron) return;
  const by = iso(now);
  const waiting = (await deps.notices.list(patronId))
    .filter(({ state, digestAt }) => digestAt !== undefined && digestAt <= by && ['waiting', 'sending'].includes(state))
    .toReversed();
  const texts = waiting.filter(({ by }) => by === 'sms');
  const emails = waiting.filter(({ by }) => by !== 'sms');
  const carried = await stillConsented(deps, patron, emails, 'email', now);
  for (let at = 0; at < carried.length; at += MOST_IN_ONE) {
    await deliverByEmail(deps, patron, carried.slice(at, at + MOST_IN_ONE), now);
  }
  for (const notice of texts) await deliverByText(deps, patron, notice, now);
};
