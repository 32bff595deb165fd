import { type AmountField, type Amounts, wholeOf } from '../../../components/amount-fields.tsx';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import type { Translate } from '../../../i18n/translate.ts';

export type Notices = PolicyVersion<'notices'>;
type Body = Notices['body'];

/** The settings that apply where a library has none of its own: as adopted, or those that hold without an adopted policy. */
const usual = { dueSoonDays: 3, overdueDays: [1, 7, 14], cardExpiringDays: 30, digest: { on: false, hour: 8 } };
export const settingsOf = ({ defaults }: Body) => ({ ...usual, ...defaults });

/** Returns the fields of the times of notices. */
export const ruleFields = (t: Translate): AmountField[] => [
  { key: 'dueSoonDays', label: t('notice-rules.due-soon'), reads: wholeOf },
  { key: 'overdueDays', label: t('notice-rules.overdue'), hint: t('notice-rules.overdue-hint') },
  { key: 'cardExpiringDays', label: t('notice-rules.card'), reads: wholeOf },
  { key: 'digest', label: t('notice-rules.digest'), hint: t('notice-rules.digest-hint'), isOptional: true },
];

/** Returns the settings as typed. */
export const ruleTexts = (body: Body): Amounts => {
  const { dueSoonDays, overdueDays, cardExpiringDays, digest } = settingsOf(body);
  return {
    ...{ dueSoonDays: String(dueSoonDays), overdueDays: overdueDays.join(', ') },
    ...{ cardExpiringDays: String(cardExpiringDays), digest: digest.on ? String(digest.hour) : '' },
  };
};

const wholes = (text = ''): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** Returns a policy with the settings as typed; all else stays, also what libraries set themselves. */
export const withRules = (body: Body, { dueSoonDays, overdueDays, cardExpiringDays, digest }: Amounts): Body => {
  const before = settingsOf(body);
  const [hour] = wholes(digest);
  return {
    ...body,
    defaults: {
      ...body.defaults,
      dueSoonDays: wholes(dueSoonDays)[0] ?? before.dueSoonDays,
      overdueDays: wholes(overdueDays),
      cardExpiringDays: wholes(cardExpiringDays)[0] ?? before.cardExpiringDays,
      digest: hour === undefined ? { on: false, hour: before.digest.hour } : { on: true, hour },
    },
  };
};
