import { type AmountField, wholeWithin } from '../../../components/amount-fields.tsx';
import { isDay, written } from '../../../components/policy-columns.ts';
import type { PolicyList } from '../../../components/policy-values.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { amounts, NO_LIMIT, percentOf, wholes, wholesOrNone, yesOrNo } from './rule-values.ts';

/** The fields of a rule by subject. */
export const ruleSections = {
  loans: [
    'days',
    'hours',
    'renewals',
    'autoRenewDays',
    'lendable',
    'requestOnly',
    'maxLoans',
    'maxLoansGroup',
    'closedDays',
  ],
  fines: ['finePerDay', 'finePerHour', 'fineCap', 'graceDays', 'graceMinutes', 'finesWhenClosed'],
  lost: [
    ...['lostCharge', 'lostAtPrice', 'lostProcessing', 'lostProcessingRefunded', 'lostAfterDays', 'lostRefunded'],
    ...['lostCreditDays', 'lostRestoresOverdue', 'damageCharge'],
  ],
  holds: [
    ...['holdable', 'maxHolds', 'holdShelfDays', 'recallable', 'recallGuaranteedDays', 'recallReturnDays'],
    'recallExtendsOverdue',
  ],
} as const;

/** The value of a rule that a field sets, where they have different names. */
export const valueOfField = (key: string): string => {
  if (key === 'days' || key === 'hours') return 'loanPeriod';
  return key === 'maxLoansGroup' ? 'maxLoans' : key;
};

export type RuleFieldsOf = {
  t: Translate;
  textOf: (prefix: string, code: string) => string;
  minor: (text: string) => number | undefined;
  /** Whether a value may be left to the next rule, as everywhere but in the values for all cases. */
  isOptional: boolean;
};

const group = written(/^\S.{0,39}$/);

/** Returns the field of each value of a rule. */
export const ruleFields = ({ t, textOf, minor, isOptional }: RuleFieldsOf): Readonly<Record<string, AmountField>> => {
  const none = isOptional ? NO_LIMIT : '';
  const fieldOf = (key: string): AmountField => ({ key, label: textOf('loan-rules.value', key), isOptional, hint: '' });
  const orNone = (reads: (text: string) => number | undefined) => ({
    ...{ isOptional: true, hint: t(isOptional ? 'loan-rules.hyphen' : 'policy.empty-no-limit') },
    reads: (text: string) => (text.trim() === none ? 0 : reads(text)),
  });
  const notSet = isOptional ? [{ value: '', label: t('loan-rules.not-set') }] : [];
  const choices = [...notSet, { value: 'yes', label: t('loan-rules.yes') }, { value: 'no', label: t('loan-rules.no') }];
  const closed = ([NO_LIMIT, 'later', 'earlier', 'keep'] as const).map((value) => ({
    value,
    label: t(value === NO_LIMIT ? 'loan-rules.closed-usual' : `loan-rules.closed-${value}`),
  }));
  const fields: AmountField[] = [
    ...yesOrNo.map((key) => ({ ...fieldOf(key), choices })),
    ...Object.entries(wholes).map(([key, [least, most]]) => ({ ...fieldOf(key), reads: wholeWithin(least, most) })),
    ...Object.entries(wholesOrNone).map(([key, [least, most]]) => ({
      ...fieldOf(key),
      ...orNone(wholeWithin(least, most)),
      ...(key === 'autoRenewDays' && { hint: t(isOptional ? 'loan-rules.renew-hint' : 'loan-rules.renew-hint-base') }),
    })),
    ...amounts.map((key) => ({ ...fieldOf(key), reads: minor })),
    { ...fieldOf('days'), label: t('loan-rules.field-days'), isOptional: true, reads: wholeWithin(0, 3650) },
    { ...fieldOf('hours'), label: t('loan-rules.field-hours'), isOptional: true, reads: wholeWithin(1, 240) },
    { ...fieldOf('maxLoans'), ...orNone(wholeWithin(0, 1000)) },
    {
      ...{ ...fieldOf('maxLoansGroup'), label: t('loan-rules.field-group'), isOptional: true },
      ...{ hint: t('loan-rules.group-hint'), reads: group },
    },
    {
      ...fieldOf('fineCap'),
      ...orNone((text) => percentOf(text) ?? minor(text)),
      hint: t(isOptional ? 'loan-rules.cap-hint' : 'loan-rules.cap-hint-base'),
    },
    { ...fieldOf('closedDays'), choices: [...notSet, ...closed] },
  ];
  return Object.fromEntries(fields.map((field) => [field.key, field]));
};

/** Returns the lists of a rule: fixed due dates and limits by group. */
export const ruleLists = (t: Translate): PolicyList[] => [
  {
    ...{ key: 'dueCeilings', label: t('loan-rules.terms'), hint: t('loan-rules.terms-hint') },
    columns: (['from', 'to', 'due'] as const).map((key) => ({
      ...{ key, label: t(`loan-rules.term-${key}`), reads: isDay, fault: t('loan-rules.day-fault') },
    })),
  },
  {
    ...{ key: 'limits', label: t('loan-rules.limits'), hint: t('loan-rules.limits-hint') },
    columns: [
      { key: 'group', label: t('loan-rules.limit-group'), reads: group },
      { key: 'limit', label: t('loan-rules.value.maxLoans'), reads: wholeWithin(0, 1000) },
    ],
  },
];
