import type { useFormat } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { RuleValues } from './rule-values.ts';
import type { Outcome, ValueName } from './use-loan-rules.ts';

type Money = ReturnType<typeof useFormat>['money'];
type Values = Partial<Outcome['values']>;

/** Which values of the rules a table shows. */
export const facets = ['loans', 'fines', 'holds'] as const;
export type Facet = (typeof facets)[number];

export const valuesOf: Record<Facet, readonly ValueName[]> = {
  loans: ['lendable', 'requestOnly', 'loanPeriod', 'renewals', 'maxLoans', 'finePerDay'],
  fines: ['finePerDay', 'finePerHour', 'graceDays', 'fineCap', 'lostCharge'],
  holds: ['holdable', 'maxHolds', 'holdShelfDays'],
};

/** Returns a loan period in words. */
export const periodText = (t: Translate, period: Outcome['values']['loanPeriod']): string =>
  'days' in period ? t('loan-rules.days', { days: period.days }) : t('loan-rules.hours', { hours: period.hours });

const AMOUNTS = ['finePerDay', 'finePerHour', 'lostCharge', 'lostProcessing', 'damageCharge', 'fineCap'];

/** Returns the entries of a list of a rule in words: fixed due dates, or limits by group. */
const entryTexts = (t: Translate, entries: readonly object[]): string =>
  entries
    .map((one) => t('due' in one ? 'loan-rules.term' : 'loan-rules.limit', { ...(one as Record<string, string>) }))
    .join('; ');

/** Returns one value of a rule in words. */
export const valueText = (t: Translate, money: (minor: number) => string, name: string, value: unknown): string => {
  if (name === 'loanPeriod') return periodText(t, value as Outcome['values']['loanPeriod']);
  if (name === 'closedDays') return t(`loan-rules.closed-${(value as RuleValues['closedDays']) ?? 'usual'}`);
  if (value === null) return t(name === 'autoRenewDays' ? 'loan-rules.no' : 'loan-rules.no-limit');
  if (name === 'maxLoans') {
    const { limit, group } = value as NonNullable<Outcome['values']['maxLoans']>;
    return `${t('loan-rules.at-most', { limit })}${group === undefined ? '' : ` (${group})`}`;
  }
  if (Array.isArray(value)) return entryTexts(t, value);
  if (typeof value === 'object') return t('loan-rules.share', { percent: Object(value).percentOfPrice });
  if (typeof value === 'boolean') return t(value ? 'loan-rules.yes' : 'loan-rules.no');
  return typeof value === 'number' && AMOUNTS.includes(name) ? money(value) : String(value);
};

const loanTexts = (t: Translate, money: (minor: number) => string, values: Outcome['values']): string[] => {
  if (!values.lendable) return [t(values.holdable ? 'loan-rules.not-lent' : 'loan-rules.not-lent-no-holds')];
  return [
    periodText(t, values.loanPeriod),
    t('loan-rules.renewals', { renewals: values.renewals }),
    ...(values.requestOnly ? [t('loan-rules.on-request')] : []),
    ...(values.maxLoans ? [t('loan-rules.at-once', { limit: values.maxLoans.limit })] : []),
    values.finePerDay === 0 ? t('loan-rules.fine-free') : t('loan-rules.late', { fine: money(values.finePerDay) }),
  ];
};

const fineTexts = (t: Translate, money: (minor: number) => string, values: Values): string[] => {
  const { finePerDay = 0, graceDays = 0, fineCap, lostCharge = 0 } = values;
  return [
    finePerDay === 0 ? t('loan-rules.fine-free') : t('loan-rules.late', { fine: money(finePerDay) }),
    ...(fineCap && finePerDay > 0 ? [t('loan-rules.cap', { cap: money(fineCap) })] : []),
    ...(graceDays > 0 ? [t('loan-rules.grace', { days: graceDays })] : []),
    t('loan-rules.lost', { charge: money(lostCharge) }),
  ];
};

const holdTexts = (t: Translate, { holdable, maxHolds, holdShelfDays = 0 }: Values): string[] =>
  holdable
    ? [
        t('loan-rules.holds'),
        ...(maxHolds == null ? [] : [t('loan-rules.at-once', { limit: maxHolds })]),
        t('loan-rules.shelf', { days: holdShelfDays }),
      ]
    : [t('loan-rules.no-holds')];

/** Returns what a table shows of an outcome: the first text says the most. */
export const outcomeTexts = (
  t: Translate,
  money: Money,
  currency: string,
  facet: Facet,
  { values }: Outcome,
): string[] => {
  const amount = (minor: number): string => money(minor, currency);
  if (facet === 'loans') return loanTexts(t, amount, values);
  return facet === 'fines' ? fineTexts(t, amount, values) : holdTexts(t, values);
};
