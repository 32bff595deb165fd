import { type AmountField, type Amounts, wholeWithin } from '../../../components/amount-fields.tsx';
import { written } from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { anonymised, sees, settled } from './patron-rules.ts';

const category = /^[a-z]+(-[a-z]+)*$/;
/** Returns what the page of patrons has: values and lists. The days until a loan is made anonymous are asked where they decide. */
export const patronShape = (t: Translate, minor: (text: string) => number | undefined, texts: Amounts): PolicyShape => {
  const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`policy.${value}`) }));
  const code: Pick<AmountField, 'reads' | 'fault'> = { reads: written(category), fault: t('patron-rules.code-fault') };
  const seen = sees.map((value) => ({ value, label: t(`patron-rules.sees.${value}`) }));
  const days = (key: string, of: string): AmountField[] =>
    texts[of] === 'after-days'
      ? [
          {
            key,
            label: t(`patron-rules.${key === 'anonymiseDays' ? 'anonymise-days' : 'with-fees-days'}`),
            reads: wholeWithin(0, 36_500),
          },
        ]
      : [];
  return {
    fields: [
      { key: 'validMonths', label: t('patron-rules.valid-months'), reads: wholeWithin(1, 240) },
      { key: 'renewFromDaysBefore', label: t('patron-rules.renew-from'), reads: wholeWithin(0, 36_500) },
      {
        ...{ key: 'maxOwed', label: t('patron-rules.max-owed'), hint: t('patron-rules.max-owed-hint') },
        ...{ isOptional: true, reads: minor },
      },
      {
        ...{ key: 'anonymise', label: t('patron-rules.anonymise'), hint: t('patron-rules.anonymise-hint') },
        choices: anonymised.map((value) => ({ value, label: t(`patron-rules.when.${value}`) })),
      },
      ...days('anonymiseDays', 'anonymise'),
      {
        ...{ key: 'withFees', label: t('patron-rules.with-fees') },
        choices: settled.map((value) => ({ value, label: t(`patron-rules.when.${value}`) })),
      },
      ...days('withFeesDays', 'withFees'),
      { key: 'historyDays', label: t('patron-rules.history-days'), reads: wholeWithin(0, 36_500) },
      { key: 'guardianSees', label: t('patron-rules.guardian-sees'), choices: seen },
      { key: 'teacherSees', label: t('patron-rules.teacher-sees'), choices: seen },
      { key: 'optIn', label: t('patron-rules.opt-in'), choices: yesOrNo },
      {
        ...{ key: 'oldCard', label: t('patron-rules.old-card') },
        choices: (['refused', 'works'] as const).map((value) => ({ value, label: t(`patron-rules.card-${value}`) })),
      },
      { key: 'open', label: t('patron-rules.open'), choices: yesOrNo },
      { key: 'category', label: t('patron-rules.sign-up-category'), ...code },
      { key: 'days', label: t('patron-rules.sign-up-days'), reads: wholeWithin(1, 366) },
      { key: 'mayBorrow', label: t('patron-rules.may-borrow'), choices: yesOrNo },
    ],
    lists: [
      {
        ...{ key: 'categories', label: t('patron-rules.categories'), hint: t('patron-rules.categories-hint') },
        columns: [
          { key: 'code', label: t('patron-rules.code'), ...code },
          {
            ...{ key: 'name', label: t('patron-rules.category-name'), hint: t('patron-rules.name-hint') },
            ...{ isOptional: true, reads: written(/^.{1,60}$/), fault: t('patron-rules.category-name-fault') },
          },
          {
            key: 'fromAge',
            label: t('patron-rules.from-age'),
            hint: t('patron-rules.empty'),
            isOptional: true,
            reads: wholeWithin(0, 120),
          },
          {
            key: 'untilAge',
            label: t('patron-rules.until-age'),
            hint: t('patron-rules.empty'),
            isOptional: true,
            reads: wholeWithin(0, 120),
          },
          {
            key: 'becomes',
            label: t('patron-rules.becomes'),
            hint: t('patron-rules.empty'),
            isOptional: true,
            ...code,
          },
        ],
      },
      {
        ...{ key: 'terms', label: t('patron-rules.terms') },
        columns: [
          { key: 'code', label: t('patron-rules.code'), ...code },
          { key: 'months', label: t('patron-rules.months'), reads: wholeWithin(1, 240) },
        ],
      },
      {
        ...{ key: 'residences', label: t('patron-rules.residences'), hint: t('patron-rules.residences-hint') },
        columns: [
          {
            key: 'code',
            label: t('patron-rules.code'),
            reads: written(/^[a-z0-9]+(-[a-z0-9]+)*$/),
            fault: t('patron-rules.code-fault'),
          },
          {
            key: 'name',
            label: t('patron-rules.name'),
            reads: written(/^.{1,100}$/),
            fault: t('patron-rules.name-fault'),
          },
        ],
      },
    ],
  };
};
