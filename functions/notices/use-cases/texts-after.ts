import type { NoticeKind } from '../../../layers/kernel/notices/notice-kinds.ts';
import { type PhoneFault, phoneNumberOf } from '../../../layers/kernel/text/phone-number.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import { answeredConsents } from '../../patrons/public/answered-consents.ts';
import type { ConsentSource } from '../../patrons/public/contact-consents.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import type { SavedChoices } from '../data/notice-choices-store.ts';
import { numberEnd, numberWrite } from '../data/notice-number-store.ts';
import type { NoticesDeps } from '../deps.ts';

/** Text messages as a patron asks for them: the number as typed. */
export type WantedTexts = { number: string; kinds: NoticeKind[] };

const faults: Record<PhoneFault, string> = {
  'not-a-number': 'Write a phone number: digits, with + and the calling code for another country.',
  'wrong-length': 'The number has too few or too many digits, or no area code.',
  'country-unknown': 'Write the number with + and its calling code.',
};

/**
 * Decides what choices change for text messages: the number with its kinds, and the consent with its time and source. Without wanted text
 * messages the number and the consent end; a number that a reply stopped stays, so that another reply can allow them again.
 */
export const textsAfter = async (
  deps: Pick<NoticesDeps, 'numbers' | 'policyAt' | 'sms'>,
  { status, person }: Patron,
  wanted: WantedTexts | undefined,
  { now, source }: { now: number; source: ConsentSource },
) => {
  const { patronId, homeMember } = status;
  const { contactConsents } = person;
  const before = await deps.numbers.get(patronId, { strong: true });
  const consents = (given: boolean) =>
    contactConsents?.sms?.given === given
      ? contactConsents
      : answeredConsents(contactConsents, { sms: { given, at: iso(now), source } }, iso(now));
  const after = (number: SavedChoices['number'], consent = contactConsents) => ({ number, contactConsents: consent });
  if (wanted === undefined) {
    if (before === undefined || before.stoppedAt !== undefined) return after([]);
    return after([numberEnd(before)], consents(false));
  }
  const { sms } = noticeSettingsOf(await deps.policyAt(now), homeMember);
  if (!sms.on || deps.sms === undefined) {
    return refuse('no-text-messages', 'The library sends no text messages.', '/body/sms');
  }
  const read = phoneNumberOf(wanted.number, sms.country);
  if ('fault' in read) return refuse('phone-unusable', faults[read.fault], '/body/sms/number');
  return after([numberWrite(patronId, before, { ...read, kinds: wanted.kinds })], consents(true));
};
