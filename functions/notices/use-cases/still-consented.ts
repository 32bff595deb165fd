import type { ContactChannel } from '../../patrons/public/contact-consents.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { refusesChannel } from '../../patrons/public/refuses-channel.ts';
import type { Notice } from '../data/notice-store.ts';
import type { NoticesDeps } from '../deps.ts';

/**
 * Selects the waiting notices that a channel may carry now: all, or the mandatory kinds when the patron refused the channel since. The
 * others are in the account only.
 */
export const stillConsented = async (
  { notices, policyAt }: Pick<NoticesDeps, 'notices' | 'policyAt'>,
  { status, person }: Patron,
  waiting: readonly Notice[],
  channel: ContactChannel,
  now: number,
): Promise<Notice[]> => {
  if (!refusesChannel(person.contactConsents, channel)) return [...waiting];
  const { mandatory } = await policyAt(now);
  const carried = waiting.filter(({ kind }) => mandatory.includes(kind));
  for (const notice of waiting) if (!carried.includes(notice)) await notices.keepInAccount(status.patronId, notice);
  return carried;
};
