import { isReceipt, type NoticeKind, noticeKinds } from '../../../layers/kernel/notices/notice-kinds.ts';
import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { ContactConsents } from '../../patrons/public/contact-consents.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { choicesOf } from '../data/notice-choices-store.ts';
import type { NoticeNumber } from '../data/notice-number-store.ts';
import type { NoticesDeps } from '../deps.ts';
import type { NoticeChoices } from '../domain/choices.ts';
import { CONSORTIUM } from '../domain/choose-text.ts';
import { languagesOf } from './text-languages.ts';

// Consent that was withdrawn elsewhere than by a reply also ends text messages.
const shown = ({ number, kinds, stoppedAt, refusedAt }: NoticeNumber, consent: ContactConsents['sms']) => {
  const stopped = stoppedAt ?? (consent?.given === false ? consent.at : undefined);
  return {
    number,
    kinds,
    ...(stopped !== undefined && { stoppedAt: stopped }),
    ...(refusedAt !== undefined && { refusedAt }),
  };
};

/** Builds the view of a patron's choices and of what can be chosen, by the policy in force at `now` (epoch ms). */
export const choicesView = async (
  deps: NoticesDeps,
  { status, person }: Patron,
  now: number,
  choices?: NoticeChoices,
) => {
  const [policy, number, own, all] = await Promise.all([
    deps.policyAt(now),
    deps.numbers.get(status.patronId, { strong: true }),
    deps.texts.known(status.homeMember, now),
    deps.texts.known(CONSORTIUM, now),
  ]);
  const settings = noticeSettingsOf(policy, status.homeMember);
  const { email, address, language, phones = [] } = person.person;
  const phone = (phones.find(({ label }) => label === 'mobile') ?? phones[0])?.number;
  const { optOuts, letters, receipts } = choices ?? (await choicesOf(deps.table, status.patronId));
  // Receipts are one choice of their own.
  const kinds = (Object.keys(noticeKinds) as NoticeKind[]).filter((kind) => !isReceipt(kind));
  return {
    optOuts,
    letters,
    ...(receipts && { receipts }),
    ...(language !== undefined && { language }),
    kinds: kinds.map((kind) => ({
      kind,
      on: settings.kinds.includes(kind),
      mandatory: policy.mandatory.includes(kind),
    })),
    languages: languagesOf([...own, ...all]),
    ...(number && { sms: shown(number, person.contactConsents?.sms) }),
    reach: {
      ...{ email: email !== undefined, letter: settings.letters.on && address !== undefined },
      ...{ receipts: settings.kinds.some(isReceipt), sms: settings.sms.on && deps.sms !== undefined },
      ...(phone !== undefined && { phone }),
    },
  };
};
