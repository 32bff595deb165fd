import { TextNotSent } from '../../../layers/platform/queues/text-message.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { countWrite, type NoticeNumber, sentOn } from '../data/notice-number-store.ts';
import type { Notice } from '../data/notice-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { textDay, textWaitsUntil } from '../domain/text-hours.ts';
import { BeingSent } from './being-sent.ts';
import { deliverByEmail } from './deliver-by-email.ts';
import { renderMessage, validNotices } from './render-notice.ts';
import { routeFor } from './route-for.ts';
import { textableNumber } from './texting-of.ts';

/** Sends a notice that no text message can bring by the route that it has without them. */
const sendOtherwise = async (deps: NoticesDeps, patron: Patron, notice: Notice, now: number): Promise<void> => {
  const { patronId, homeMember } = patron.status;
  const { route } = await routeFor(deps, patron, notice, now, true);
  const state = route.by === 'email' ? 'waiting' : route.by === 'letter' ? 'awaiting-letter' : 'in-account';
  const rerouted = await deps.notices.reroute(patronId, notice, homeMember, state);
  if (state === 'waiting') await deliverByEmail(deps, patron, [rerouted], now);
};

/**
 * Returns the number if it may get one more text message today, or until when it waits outside the hours of text messages; undefined when
 * the patron no longer wants this kind as one, or the day is full. Hours and day are those of the home branch.
 */
const mayBeTexted = async (deps: NoticesDeps, patron: Patron, { kind }: Notice, now: number) => {
  const { homeMember, homeBranch } = patron.status;
  const { sms } = noticeSettingsOf(await deps.policyAt(now), homeMember);
  const number = await textableNumber(deps, patron, sms.on, true);
  const zone = (await deps.branches.known(homeBranch, now))?.calendar.timeZone ?? 'UTC';
  if (!number?.kinds.includes(kind)) return undefined;
  const waitsUntil = textWaitsUntil(iso(now), sms, zone);
  if (waitsUntil !== undefined) return { waitsUntil };
  const day = textDay(iso(now), zone);
  return sentOn(number, day) < sms.most ? { number, day, titles: sms.titles } : undefined;
};

const hand = async (deps: NoticesDeps, patron: Patron, notice: Notice, { number }: NoticeNumber, text: string) => {
  const { patronId } = patron.status;
  try {
    return await deps.sms?.({ to: number, text });
  } catch (error) {
    if (error instanceof TextNotSent) await deps.notices.settle(patronId, [notice], 'waiting');
    throw error;
  }
};

/**
 * Sends a notice to a patron as one text message, claimed before and recorded afterwards like an e-mail (docs/adr/0018). The claim counts
 * the message for the day, in one write with the state of the number: a reply that stopped text messages meanwhile wins. Where the patron
 * withdrew consent, the day is full, or the service refuses the number, the notice takes its route without text messages.
 */
export const deliverByText = async (deps: NoticesDeps, patron: Patron, notice: Notice, now: number): Promise<void> => {
  const { patronId } = patron.status;
  const valid = await validNotices(deps, patron, [notice], now);
  if (valid.length === 0) return;
  const found = await mayBeTexted(deps, patron, notice, now);
  if (found === undefined) return sendOtherwise(deps, patron, notice, now);
  if ('waitsUntil' in found) {
    // A repeated send may come in the night.
    if (await deps.notices.waitUntil(patronId, notice, found.waitsUntil, now)) return;
    throw new BeingSent('Another worker is sending it.');
  }
  const { number, day, titles } = found;
  const { text } = await renderMessage(deps, patron, valid, 'sms', now, { titles, isFirst: number.sent === 0 });
  const { claimed, busy } = await deps.notices.claim(patronId, [notice], now, [countWrite(number, day)]);
  if (busy) throw new BeingSent('Another worker is sending it.');
  if (claimed.length === 0) return;
  if ((await hand(deps, patron, notice, number, text)) === 'accepted') {
    await deps.notices.settle(patronId, claimed, 'texted');
    return;
  }
  await deps.numbers.refuse(number, iso(now));
  await sendOtherwise(deps, patron, notice, now);
};
