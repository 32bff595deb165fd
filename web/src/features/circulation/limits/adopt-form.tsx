import { useState } from 'react';
import { AmountFields, amountChanges, areReadable } from '../../../components/amount-fields.tsx';
import { mergeChange } from '../../../components/merge-policy.ts';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Blocks, limitFields, limitTexts, withLimits, withNeverOverridden } from './limit-fields.ts';
import { NeverOverridden, useBlockNames } from './never-overridden.tsx';

type Props = { versions: readonly [Blocks, ...Blocks[]]; currency: string };

/** The form with which an administrator adopts limits. What is counted as debt stays as it is. */
export const AdoptForm = ({ versions, currency }: Props) => {
  const t = useTranslate();
  const { typed, minor } = useFormat();
  const inForce = inForceAt(versions, new Date().toISOString()) ?? versions[0];
  const inMinor = (text: string) => minor(text, currency);
  const fields = limitFields(t, inForce.body, inMinor);
  const textsOf = ({ body }: Blocks) => limitTexts(body, (one) => typed(one, currency));
  const [amounts, setAmounts] = useState(() => textsOf(inForce));
  const [never, setNever] = useState<readonly string[]>(inForce.body.neverOverridden ?? []);
  const namesOf = useBlockNames();
  const policyAfter = (before: Blocks = inForce) => ({
    kind: 'blocks' as const,
    body: withNeverOverridden(withLimits(before.body, amounts, inMinor), never),
  });
  const textsWithNever = (version: Blocks) => ({
    ...{ ...textsOf(version), never: (version.body.neverOverridden ?? []).toSorted().join(' ') },
  });
  const labelOf = (key: string): string =>
    fields.find((field) => field.key === key)?.label ?? t('limits.never-overridden');
  const mergeInto = (before: Blocks | undefined, later: Blocks) => {
    const mine = { ...amounts, never: never.toSorted().join(' ') };
    const texts = { before: textsWithNever(before ?? inForce), mine, theirs: textsWithNever(later) };
    return mergeChange(labelOf, texts, (both) => {
      const codes = (both.never ?? '').split(' ').filter(Boolean);
      return { kind: 'blocks', body: withNeverOverridden(withLimits(later.body, both, inMinor), codes) };
    });
  };
  const none = t('limits.none');
  const neverChange = ({ body: { neverOverridden = [] } }: Blocks): string[] => {
    const [was, is] = [neverOverridden, never].map((codes) => namesOf(codes.toSorted()) || t('limits.none-never'));
    return was === is ? [] : [t('policy.becomes', { value: t('limits.never-overridden'), before: was, after: is })];
  };
  const differences = (before: Blocks = inForce) => [
    ...amountChanges(fields, textsOf(before), amounts, (value, was, is) =>
      t('policy.becomes', { value, before: was || none, after: is || none }),
    ),
    ...neverChange(before),
  ];
  return (
    <AdoptPolicyForm
      {...{ versions, policyAfter, differences, mergeInto, meaning: t('limits.adopt-meaning') }}
      isReady={areReadable(fields, amounts)}
    >
      <AmountFields fields={fields} amounts={amounts} change={setAmounts} />
      <NeverOverridden codes={never} change={setNever} />
    </AdoptPolicyForm>
  );
};
