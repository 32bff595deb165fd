import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { refusesChannel } from '../../patrons/public/refuses-channel.ts';
import { choicesOf } from '../data/notice-choices-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { routeOf, type Texting } from '../domain/route.ts';
import { textWaitsUntil } from '../domain/text-hours.ts';
import { textableNumber } from './texting-of.ts';

/**
 * Decides the route of a notice by the policy, the patron's choices and consents at `now` (epoch ms); `withoutText` once a text message
 * could not be sent. Also returns the hour of digests and the home branch's time zone.
 */
export const routeFor = async (
  deps: NoticesDeps,
  patron: Patron,
  notice: Pick<NoticeMessage, 'kind' | 'hourly' | 'at'>,
  now: number,
  withoutText = false,
) => {
  const { status, person } = patron;
  const policy = await deps.policyAt(now);
  const settings = noticeSettingsOf(policy, status.homeMember);
  const zone = (await deps.branches.known(status.homeBranch, now))?.calendar.timeZone ?? 'UTC';
  const { email, address } = person.person;
  const reach = { email: deps.sender !== undefined && email !== undefined, letter: address !== undefined };
  const { contactConsents } = person;
  const refused = { email: refusesChannel(contactConsents, 'email'), letter: refusesChannel(contactConsents, 'post') };
  const choices = await choicesOf(deps.table, status.patronId);
  const number = withoutText ? undefined : await textableNumber(deps, patron, settings.sms.on);
  const waitsUntil = textWaitsUntil(iso(now), settings.sms, zone);
  const texting: Texting | undefined = number && { kinds: number.kinds, waitsUntil };
  const routing = { notice, policy, settings, choices, reach, refused, texting, now: iso(now) };
  return { route: routeOf(routing), hour: settings.digest.hour, zone, settings };
};
