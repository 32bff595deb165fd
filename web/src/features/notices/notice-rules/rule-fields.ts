import { type AmountField, type Amounts, wholeWithin } from '../../../components/amount-fields.tsx';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { kindsIn, kindsText, noticeKinds } from './kind-lists.ts';

export type Notices = PolicyVersion<'notices'>;
type Body = Notices['body'];
type Kind = Body['alwaysOn'][number];

/** The settings that apply where a library has none of its own: as adopted, or those that hold without an adopted policy. */
const usual = {
  ...{ kinds: [...noticeKinds], dueSoonDays: 3, overdueDays: [1, 7, 14], cardExpiringDays: 30, holdExpiringDays: 1 },
  ...{ digest: { on: false, hour: 8 }, letters: { on: false, paper: 'A4' as const }, language: 'eng' },
  sms: { on: false, from: 8, until: 21, most: 3, titles: false, country: 'US' },
};

/** Returns kinds with those that came after a policy was adopted: they are on. */
const withLater = (kinds: readonly Kind[], { knows = [] }: Pick<Body, 'knows'>) => [
  ...new Set([...kinds, ...noticeKinds.filter((kind) => !knows.includes(kind))]),
];

export const settingsOf = (body: Pick<Body, 'defaults' | 'knows'>) => {
  const settings = { ...usual, ...body.defaults };
  return { ...settings, kinds: withLater(settings.kinds, body) };
};

type Minor = (text: string) => number | undefined;

/** Returns the fields of the times of notices and of letters. */
export const ruleFields = (t: Translate, minor?: Minor): AmountField[] => [
  { key: 'dueSoonDays', label: t('notice-rules.due-soon'), reads: wholeWithin(1, 30) },
  { key: 'overdueDays', label: t('notice-rules.overdue'), hint: t('notice-rules.overdue-hint') },
  { key: 'holdExpiringDays', label: t('notice-rules.shelf'), reads: wholeWithin(1, 30) },
  { key: 'cardExpiringDays', label: t('notice-rules.card'), reads: wholeWithin(1, 180) },
  {
    ...{ key: 'digest', label: t('notice-rules.digest'), hint: t('notice-rules.digest-hint'), isOptional: true },
    reads: wholeWithin(0, 23),
  },
  {
    ...{ key: 'hourlyAtOnce', label: t('notice-rules.hourly') },
    choices: (['yes', 'no'] as const).map((value) => ({ value, label: t(`policy.${value}`) })),
  },
  {
    ...{ key: 'letters', label: t('notice-rules.letters') },
    choices: (['on', 'off'] as const).map((value) => ({ value, label: t(`notice-rules.letters-${value}`) })),
  },
  {
    ...{ key: 'letterCost', label: t('notice-rules.letter-cost'), hint: t('notice-rules.letter-cost-hint') },
    ...{ isOptional: true, ...(minor && { reads: minor }) },
  },
  {
    ...{ key: 'paper', label: t('notice-rules.paper') },
    choices: (['A4', 'LETTER'] as const).map((value) => ({ value, label: value === 'A4' ? 'A4' : 'Letter' })),
  },
  {
    ...{ key: 'sms', label: t('notice-rules.sms'), hint: t('notice-rules.sms-hint') },
    choices: (['on', 'off'] as const).map((value) => ({ value, label: t(`notice-rules.sms-${value}`) })),
  },
  { key: 'smsFrom', label: t('notice-rules.sms-from'), reads: wholeWithin(0, 23) },
  { key: 'smsUntil', label: t('notice-rules.sms-until'), reads: wholeWithin(1, 24) },
  { key: 'smsMost', label: t('notice-rules.sms-most'), reads: wholeWithin(1, 20) },
  {
    ...{ key: 'smsTitles', label: t('notice-rules.sms-titles') },
    choices: (['no', 'yes'] as const).map((value) => ({ value, label: t(`policy.${value}`) })),
  },
  {
    ...{ key: 'smsCountry', label: t('notice-rules.sms-country'), hint: t('notice-rules.sms-country-hint') },
    reads: (text) => (/^[A-Z]{2}$/.test(text.trim()) ? 0 : undefined),
  },
  {
    ...{ key: 'language', label: t('notice-rules.language'), hint: t('notice-rules.language-hint') },
    reads: (text) => (/^[a-z]{3}$/.test(text.trim()) ? 0 : undefined),
  },
];

/** Returns the settings as typed; `typed` writes an amount in major units. */
export const ruleTexts = (body: Body, typed: (minor: number) => string): Amounts => {
  const settings = settingsOf(body);
  const { dueSoonDays, overdueDays, cardExpiringDays, holdExpiringDays, digest, letters, kinds, language, sms } =
    settings;
  return {
    ...{ dueSoonDays: String(dueSoonDays), overdueDays: overdueDays.join(', ') },
    ...{ cardExpiringDays: String(cardExpiringDays), holdExpiringDays: String(holdExpiringDays) },
    ...{ digest: digest.on ? String(digest.hour) : '' },
    ...{ letters: letters.on ? 'on' : 'off', paper: letters.paper, language },
    letterCost: letters.cost === undefined ? '' : typed(letters.cost),
    ...{ hourlyAtOnce: body.hourlyAtOnce ? 'yes' : 'no', kinds: kindsText(kinds), alwaysOn: kindsText(body.alwaysOn) },
    ...{ mandatory: kindsText(body.mandatory), urgent: kindsText(body.urgent) },
    ...{
      sms: sms.on ? 'on' : 'off',
      smsFrom: String(sms.from),
      smsUntil: String(sms.until),
      smsMost: String(sms.most),
    },
    ...{ smsTitles: sms.titles ? 'yes' : 'no', smsCountry: sms.country },
  };
};

const wholes = (text = ''): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** Returns what libraries set themselves, with the kinds that came later. */
const membersWithLater = (body: Body): Body['members'] =>
  Object.fromEntries(
    Object.entries(body.members).map(([memberId, own]) => [
      memberId,
      { ...own, ...(own.kinds && { kinds: withLater(own.kinds, body) }) },
    ]),
  );

/** Returns a policy with the settings as typed; all else stays, also what libraries set themselves. */
export const withRules = (body: Body, texts: Amounts, minor: Minor): Body => {
  const before = settingsOf(body);
  const [hour] = wholes(texts.digest);
  const { cost: _, ...letters } = before.letters;
  const cost = minor(texts.letterCost ?? '');
  return {
    ...body,
    defaults: {
      ...before,
      kinds: kindsIn(texts.kinds),
      dueSoonDays: wholes(texts.dueSoonDays)[0] ?? before.dueSoonDays,
      overdueDays: wholes(texts.overdueDays),
      cardExpiringDays: wholes(texts.cardExpiringDays)[0] ?? before.cardExpiringDays,
      holdExpiringDays: wholes(texts.holdExpiringDays)[0] ?? before.holdExpiringDays,
      digest: hour === undefined ? { on: false, hour: before.digest.hour } : { on: true, hour },
      letters: {
        ...{ ...letters, on: texts.letters === 'on', paper: texts.paper === 'LETTER' ? 'LETTER' : 'A4' },
        ...(cost !== undefined && { cost }),
      },
      sms: {
        ...{ on: texts.sms === 'on', titles: texts.smsTitles === 'yes' },
        from: wholes(texts.smsFrom)[0] ?? before.sms.from,
        until: wholes(texts.smsUntil)[0] ?? before.sms.until,
        most: wholes(texts.smsMost)[0] ?? before.sms.most,
        country: texts.smsCountry?.trim() || before.sms.country,
      },
      language: texts.language?.trim() || before.language,
    },
    ...{ alwaysOn: kindsIn(texts.alwaysOn), mandatory: kindsIn(texts.mandatory), urgent: kindsIn(texts.urgent) },
    hourlyAtOnce: texts.hourlyAtOnce === 'yes',
    ...{ knows: [...noticeKinds], members: membersWithLater(body) },
  };
};
