import { Checkbox, TextInput } from '@mantine/core';
import { startOfDay } from '../../../components/days.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { AmountField, type Money } from './amount-field.tsx';
import type { FieldState } from './field-state.ts';
import type { StepInput } from './use-steps.ts';

type Terms = NonNullable<StepInput['terms']>;

/** Returns the terms with a cost, or without one when it is removed. */
const withCost = ({ cost: _, ...terms }: Terms, cost: Money | undefined): Terms => ({
  ...terms,
  ...(cost && { cost }),
});

/** The claim for a damaged item. */
export const CostField = ({ input, change }: FieldState) => {
  const t = useTranslate();
  const put = (cost: Money | undefined): void => change({ terms: withCost(input.terms ?? {}, cost) });
  return <AmountField must label={t('loans.claimed')} onAmount={put} />;
};

/** The terms of supply: cost, conditions, retry date, and alternatives. */
export const TermsField = ({ field: { options = [] }, input, change }: FieldState) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { terms = {}, reason } = input;
  const { conditions = [] } = terms;
  const choose = (code: string, isChosen: boolean): void => {
    const chosen = isChosen ? [...conditions, code] : conditions.filter((one) => one !== code);
    change({ terms: { ...terms, conditions: chosen } });
  };
  const instead = reason === 'MultiVolAvail' ? 'volumes' : reason === 'ReqEditionNotPossible' ? 'editions' : undefined;
  return (
    <>
      <AmountField
        must={false}
        label={t('loan-fact.cost')}
        onAmount={(cost) => change({ terms: withCost(terms, cost) })}
      />
      <TextInput
        size="sm"
        type="date"
        label={t('loan-fact.not-before')}
        onChange={({ currentTarget: { value } }) => {
          const { retryAfter: _, ...others } = terms;
          change({ terms: value ? { ...others, retryAfter: startOfDay(value) } : others });
        }}
      />
      {instead && (
        <TextInput
          size="sm"
          label={t(`loan-fact.${instead}`)}
          description={t('loans.by-semicolons')}
          maxLength={400}
          onChange={({ currentTarget: { value } }) => {
            const named = value.split(';').flatMap((one) => one.trim() || []);
            change({ terms: { ...terms, [instead]: named } });
          }}
        />
      )}
      <fieldset className="codes">
        <legend>{t('loan-fact.conditions')}</legend>
        {options.map((code) => (
          <Checkbox
            key={code}
            size="sm"
            label={textOf('code', code)}
            checked={conditions.includes(code)}
            onChange={({ currentTarget }) => choose(code, currentTarget.checked)}
          />
        ))}
      </fieldset>
    </>
  );
};
