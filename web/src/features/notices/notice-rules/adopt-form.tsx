import { useState } from 'react';
import { AmountFields, amountChanges, areReadable } from '../../../components/amount-fields.tsx';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Notices, ruleFields, ruleTexts, withRules } from './rule-fields.ts';

/** The form with which an administrator adopts when notices are sent. What libraries set themselves stays. */
export const AdoptForm = ({ versions }: { versions: readonly [Notices, ...Notices[]] }) => {
  const t = useTranslate();
  const inForce = inForceAt(versions, new Date().toISOString()) ?? versions[0];
  const fields = ruleFields(t);
  const [amounts, setAmounts] = useState(() => ruleTexts(inForce.body));
  const policyAfter = ({ body }: Notices = inForce) => ({ kind: 'notices' as const, body: withRules(body, amounts) });
  const none = t('notice-rules.none');
  const differences = ({ body }: Notices = inForce) =>
    amountChanges(fields, ruleTexts(body), amounts, (value, was, is) =>
      t('policy.becomes', { value, before: was || none, after: is || none }),
    );
  return (
    <AdoptPolicyForm
      {...{ versions, policyAfter, differences, meaning: t('notice-rules.adopt-meaning') }}
      isReady={areReadable(fields, amounts)}
    >
      <AmountFields fields={fields} amounts={amounts} change={setAmounts} />
    </AdoptPolicyForm>
  );
};
