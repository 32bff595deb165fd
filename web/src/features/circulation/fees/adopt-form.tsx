import { useState } from 'react';
import { AmountFields, amountChanges, areReadable } from '../../../components/amount-fields.tsx';
import { mergeChange } from '../../../components/merge-policy.ts';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt, type PolicyVersion } from '../../../components/policy-versions.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

export type Fees = PolicyVersion<'fees'>;

/** The form with which an administrator adopts fees. Which fees there are and how desks handle money stay as they are. */
export const AdoptForm = ({ versions }: { versions: readonly [Fees, ...Fees[]] }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { typed, minor } = useFormat();
  const inForce = inForceAt(versions, new Date().toISOString()) ?? versions[0];
  const { currency, fees } = inForce.body;
  const fields = Object.keys(fees).map((key) => ({
    ...{ key, label: textOf('fees.fee', key) },
    reads: (text: string) => minor(text, currency),
  }));
  const textsOf = ({ body }: Fees) =>
    Object.fromEntries(Object.entries(body.fees).map(([name, amount]) => [name, typed(amount, body.currency)]));
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>(() => textsOf(inForce));
  const withFees = ({ body }: Fees, texts: Readonly<Record<string, string>>) => ({
    kind: 'fees' as const,
    body: {
      ...body,
      fees: Object.fromEntries(
        Object.entries(body.fees).map(([name, was]) => [name, minor(texts[name] ?? '', currency) ?? was]),
      ),
    },
  });
  const policyAfter = (before: Fees = inForce) => withFees(before, amounts);
  const mergeInto = (before: Fees | undefined, later: Fees) =>
    mergeChange(
      (name) => textOf('fees.fee', name),
      { before: textsOf(before ?? inForce), mine: amounts, theirs: textsOf(later) },
      (both) => withFees(later, both),
    );
  const differences = (before: Fees = inForce) =>
    amountChanges(fields, textsOf(before), amounts, (value, was, is) =>
      t('policy.becomes', { value, before: was, after: is }),
    );
  return (
    <AdoptPolicyForm
      {...{ versions, policyAfter, differences, mergeInto, meaning: t('fees.adopt-meaning') }}
      isReady={areReadable(fields, amounts)}
    >
      <AmountFields fields={fields} amounts={amounts} change={setAmounts} />
    </AdoptPolicyForm>
  );
};
