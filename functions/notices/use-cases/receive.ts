import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { choicesOf } from '../data/notice-choices-store.ts';
import type { Notice } from '../data/notice-store.ts';
import { nextDigest } from '../domain/digest-time.ts';
import { type Way, wayOf } from '../domain/route.ts';
import { deliver } from './deliver.ts';
import type { NoticesHouse } from './house.ts';
import { trueOnes } from './telling.ts';

const wayFor = async (house: NoticesHouse, patron: Patron, notice: NoticeMessage, now: number) => {
  const { status, person } = patron;
  const policy = await house.policyAt(now);
  const settings = noticeSettingsOf(policy, status.homeMember);
  const { email, address } = person.person;
  const reach = { mail: house.sender !== undefined && email !== undefined, letter: address !== undefined };
  const choices = await choicesOf(house.table, status.patronId);
  return { way: wayOf({ notice, policy, settings, choices, reach, now: iso(now) }), hour: settings.digest.hour };
};

const noticeOf = (
  { patronId: _, ...message }: NoticeMessage,
  way: Exclude<Way, { by: 'nothing' }>,
  digestAt: string,
): Notice => {
  if (way.by === 'account') return { ...message, state: 'told' };
  if (way.by === 'letter') return { ...message, state: 'on-pile' };
  return { ...message, state: 'waiting', ...(way.wait && { digestAt }) };
};

/**
 * Takes what a patron is to be told: keeps it once, by its id, for the account, and sends it by its way: at once, with the
 * day's digest, or onto the pile of letters. What is off, or true no more, is told nowhere. A message that comes again is
 * done, unless its e-mail is not: then that alone is tried again.
 */
export const receive = async (house: NoticesHouse, message: NoticeMessage, now: number): Promise<void> => {
  const { noticeId } = message;
  const patron = await house.patrons.get(message.patronId);
  if (!patron) return;
  // Another id than the message's, where the patron was merged into another meanwhile.
  const { patronId, homeMember, homeBranch } = patron.status;
  const { way, hour } = await wayFor(house, patron, message, now);
  if (way.by === 'nothing') return;
  const home = await house.branches.known(homeBranch, now);
  const notice = noticeOf(message, way, nextDigest(iso(now), hour, home?.calendar.timeZone ?? 'UTC'));
  const known = await house.notices.get(patronId, noticeId);
  if (!known && (await trueOnes(house, patron, [notice], now)).length === 0) return;
  const fresh = !known && (await house.notices.add(patronId, notice, homeMember));
  const kept = fresh ? notice : (known ?? (await house.notices.get(patronId, noticeId)));
  const open = kept?.state === 'sending' || (kept?.state === 'waiting' && kept.digestAt === undefined);
  if (kept && open) await deliver(house, patron, [kept], now);
};
