import { useState } from 'react';
import { AmountFields, amountChanges, areReadable } from '../../../components/amount-fields.tsx';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type HoldsVersion, holdFields, holdTexts, withHoldRules } from './hold-rules.ts';

/** The form with which an administrator adopts rules for holds. */
export const AdoptForm = ({ versions }: { versions: readonly HoldsVersion[] }) => {
  const t = useTranslate();
  const [texts, setTexts] = useState(() => holdTexts(inForceAt(versions, new Date().toISOString())?.body));
  const policyAfter = (before: HoldsVersion | undefined) => ({
    kind: 'holds' as const,
    body: withHoldRules(before?.body, texts),
  });
  const none = t('limits.none');
  // "Some blocks" is a choice only where the policy names them.
  const fields = holdFields(t).map(({ choices, ...field }) => ({
    ...field,
    ...(choices && { choices: choices.filter(({ value }) => value !== 'some' || texts[field.key] === 'some') }),
  }));
  const differences = (before: HoldsVersion | undefined) =>
    amountChanges(fields, holdTexts(before?.body), texts, (value, was, is) =>
      t('policy.becomes', { value, before: was || none, after: is || none }),
    );
  return (
    <AdoptPolicyForm
      {...{ versions, policyAfter, differences, meaning: t('hold-rules.adopt-meaning') }}
      isReady={areReadable(fields, texts)}
    >
      <AmountFields fields={fields} amounts={texts} change={setTexts} />
    </AdoptPolicyForm>
  );
};
