import { isReceipt } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Notice } from '../data/notice-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { nextDigest, nextReceipts } from '../domain/digest-time.ts';
import type { Route } from '../domain/route.ts';
import { deliverByEmail } from './deliver-by-email.ts';
import { deliverByText } from './deliver-by-text.ts';
import { validNotices } from './render-notice.ts';
import { routeFor } from './route-for.ts';

const noticeOf = (
  { patronId: _, ...message }: NoticeMessage,
  route: Exclude<Route, { by: 'nothing' }>,
  digestAt: string,
): Notice => {
  if (route.by === 'account') return { ...message, state: 'in-account' };
  if (route.by === 'letter') return { ...message, state: 'awaiting-letter' };
  if (route.by === 'sms') {
    const { waitsUntil } = route;
    return { ...message, state: 'waiting', by: 'sms', ...(waitsUntil !== undefined && { digestAt: waitsUntil }) };
  }
  return { ...message, state: 'waiting', ...(route.wait && { digestAt }) };
};

/**
 * Stores a notice once, by its id, for the patron's account, and sends it by its route: by e-mail or text message immediately, with the
 * day's digest or when the hours for text messages begin, or with the next letters. A notice whose kind is off, or that is no longer valid, is dropped. A repeated message does nothing, unless its
 * e-mail or text message is not sent yet: then only that is retried.
 */
export const sendNotice = async (deps: NoticesDeps, message: NoticeMessage, now: number): Promise<void> => {
  const { noticeId } = message;
  const patron = await deps.patrons.get(message.patronId);
  if (!patron) return;
  // The id differs from the message's when the patron was merged into another since.
  const { patronId, homeMember } = patron.status;
  const { route, hour, zone } = await routeFor(deps, patron, message, now);
  if (route.by === 'nothing') return;
  const at = iso(now);
  const notice = noticeOf(
    message,
    route,
    isReceipt(message.kind) ? nextReceipts(at, zone) : nextDigest(at, hour, zone),
  );
  const known = await deps.notices.get(patronId, noticeId);
  if (!known && (await validNotices(deps, patron, [notice], now)).length === 0) return;
  const added = !known && (await deps.notices.add(patronId, notice, homeMember));
  const stored = added ? notice : (known ?? (await deps.notices.get(patronId, noticeId)));
  const unsent = stored?.state === 'sending' || (stored?.state === 'waiting' && stored.digestAt === undefined);
  if (!stored || !unsent) return;
  if (stored.by === 'sms') await deliverByText(deps, patron, stored, now);
  else await deliverByEmail(deps, patron, [stored], now);
};
