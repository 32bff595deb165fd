import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { refusesChannel } from '../../patrons/public/refuses-channel.ts';
import { choicesOf } from '../data/notice-choices-store.ts';
import type { Notice } from '../data/notice-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { nextDigest } from '../domain/digest-time.ts';
import { type Route, routeOf } from '../domain/route.ts';
import { deliverByEmail } from './deliver-by-email.ts';
import { validNotices } from './render-notice.ts';

const routeFor = async (deps: NoticesDeps, patron: Patron, notice: NoticeMessage, now: number) => {
  const { status, person } = patron;
  const policy = await deps.policyAt(now);
  const settings = noticeSettingsOf(policy, status.homeMember);
  const { email, address } = person.person;
  const reach = { email: deps.sender !== undefined && email !== undefined, letter: address !== undefined };
  const { contactConsents } = person;
  const refused = { email: refusesChannel(contactConsents, 'email'), letter: refusesChannel(contactConsents, 'post') };
  const choices = await choicesOf(deps.table, status.patronId);
  const routing = { notice, policy, settings, choices, reach, refused, now: iso(now) };
  return { route: routeOf(routing), hour: settings.digest.hour };
};

const noticeOf = (
  { patronId: _, ...message }: NoticeMessage,
  route: Exclude<Route, { by: 'nothing' }>,
  digestAt: string,
): Notice => {
  if (route.by === 'account') return { ...message, state: 'in-account' };
  if (route.by === 'letter') return { ...message, state: 'awaiting-letter' };
  return { ...message, state: 'waiting', ...(route.wait && { digestAt }) };
};

/**
 * Stores a notice once, by its id, for the patron's account, and sends it by its route: by e-mail immediately, with the day's digest, or
 * with the next letters. A notice whose kind is off, or that is no longer valid, is dropped. A repeated message does nothing, unless its
 * e-mail is not sent yet: then only the e-mail is retried.
 */
export const sendNotice = async (deps: NoticesDeps, message: NoticeMessage, now: number): Promise<void> => {
  const { noticeId } = message;
  const patron = await deps.patrons.get(message.patronId);
  if (!patron) return;
  // The id differs from the message's when the patron was merged into another since.
  const { patronId, homeMember, homeBranch } = patron.status;
  const { route, hour } = await routeFor(deps, patron, message, now);
  if (route.by === 'nothing') return;
  const home = await deps.branches.known(homeBranch, now);
  const notice = noticeOf(message, route, nextDigest(iso(now), hour, home?.calendar.timeZone ?? 'UTC'));
  const known = await deps.notices.get(patronId, noticeId);
  if (!known && (await validNotices(deps, patron, [notice], now)).length === 0) return;
  const added = !known && (await deps.notices.add(patronId, notice, homeMember));
  const stored = added ? notice : (known ?? (await deps.notices.get(patronId, noticeId)));
  const unsent = stored?.state === 'sending' || (stored?.state === 'waiting' && stored.digestAt === undefined);
  if (stored && unsent) await deliverByEmail(deps, patron, [stored], now);
};
