import { useState } from 'react';
import { AmountFields, amountChanges, areReadable } from '../../../components/amount-fields.tsx';
import { mergeChange } from '../../../components/merge-policy.ts';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { kindLists, kindsIn } from './kind-lists.ts';
import { KindTable } from './kind-table.tsx';
import { type Notices, ruleFields, ruleTexts, withRules } from './rule-fields.ts';

type Props = { versions: readonly [Notices, ...Notices[]]; currency: string };

/** The form with which an administrator adopts when which notices are sent. What libraries set themselves stays. */
export const AdoptForm = ({ versions, currency }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { typed, minor } = useFormat();
  const inForce = inForceAt(versions, new Date().toISOString()) ?? versions[0];
  const inMinor = (text: string) => minor(text, currency);
  const textsOf = ({ body }: Notices) => ruleTexts(body, (one) => typed(one, currency));
  const fields = ruleFields(t, inMinor);
  const [amounts, setAmounts] = useState(() => textsOf(inForce));
  const policyAfter = ({ body }: Notices = inForce) => ({
    ...{ kind: 'notices' as const, body: withRules(body, amounts, inMinor) },
  });
  const none = t('notice-rules.none');
  const say = (value: string, was: string, is: string) =>
    t('policy.becomes', { value, before: was || none, after: is || none });
  const names = (text: string) =>
    kindsIn(text)
      .map((kind) => textOf('notice-kind', kind))
      .join(', ');
  const lists = kindLists.map((key) => ({ key, label: t(`notice-rules.${key}`) }));
  const labelOf = (key: string): string => [...fields, ...lists].find((one) => one.key === key)?.label ?? key;
  const mergeInto = (before: Notices | undefined, later: Notices) =>
    mergeChange(labelOf, { before: textsOf(before ?? inForce), mine: amounts, theirs: textsOf(later) }, (both) => ({
      ...{ kind: 'notices', body: withRules(later.body, both, inMinor) },
    }));
  const differences = (before: Notices = inForce) => [
    ...amountChanges(fields, textsOf(before), amounts, say),
    ...amountChanges(lists, textsOf(before), amounts, (value, was, is) => say(value, names(was), names(is))),
  ];
  return (
    <AdoptPolicyForm
      {...{ versions, policyAfter, differences, mergeInto, meaning: t('notice-rules.adopt-meaning') }}
      isReady={areReadable(fields, amounts)}
    >
      <AmountFields fields={fields} amounts={amounts} change={setAmounts} />
      <KindTable texts={amounts} change={setAmounts} />
    </AdoptPolicyForm>
  );
};
