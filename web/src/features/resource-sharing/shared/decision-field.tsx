import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { AmountField, type Money } from './amount-field.tsx';
import type { FieldState } from './field-state.ts';
import type { CopyDecision } from './use-steps.ts';

type Why = Extract<CopyDecision, { kind: 'decision' }>['why'];

/** The legal reasons: the type requires every reason of the API, and no other. */
const byLaw: Record<Why, true> = {
  'own-subscription': true,
  'licence-allows': true,
  'open-access': true,
  'not-in-copyright': true,
  'other-exception': true,
};
const isWhy = (code: string): code is Why => code in byLaw;
/** The choices: a legal reason, or the rights holder's permission, or a payment. */
export const decisionChoices = [...Object.keys(byLaw).filter(isWhy), 'permission', 'royalty'] as const;
type Choice = (typeof decisionChoices)[number];
const isChoice = (code: string): code is Choice => decisionChoices.some((one) => one === code);

type Entered = { choice: Choice | ''; reference: string; amount: Money | undefined };

const decisionOf = ({ choice, reference, amount }: Entered): CopyDecision | undefined => {
  const named = reference.trim() === '' ? {} : { reference: reference.trim() };
  if (choice === 'permission') return { kind: 'permission', ...named };
  if (choice === 'royalty') return amount && { kind: 'royalty', amount, ...named };
  return choice === '' ? undefined : { kind: 'decision', why: choice };
};

/** The justification for a copy of a periodical beyond the guidelines, stored with the count and the decider. */
export const DecisionField = ({ field: { must }, change }: FieldState) => {
  const t = useTranslate();
  const [entered, setEntered] = useState<Entered>({ choice: '', reference: '', amount: undefined });
  const put = (more: Partial<Entered>): void => {
    const now = { ...entered, ...more };
    setEntered(now);
    change({ decision: decisionOf(now) });
  };
  const { choice, reference } = entered;
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('decision.why')}
        description={t('decision.kept')}
        required={must}
        value={choice}
        data={[
          { value: '', label: t('loans.choose-reason') },
          ...decisionChoices.map((value) => ({ value, label: t(`decision.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => put({ choice: isChoice(value) ? value : '' })}
      />
      {choice === 'royalty' && <AmountField must label={t('decision.paid')} onAmount={(amount) => put({ amount })} />}
      {(choice === 'royalty' || choice === 'permission') && (
        <TextInput
          size="sm"
          label={t('decision.reference')}
          maxLength={100}
          value={reference}
          onChange={({ currentTarget: { value } }) => put({ reference: value })}
        />
      )}
    </>
  );
};
