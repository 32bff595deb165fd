import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt, type PolicyVersion } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Blocks = PolicyVersion<'blocks'>;
const rules = ['count', 'ignore'] as const;
type Rule = (typeof rules)[number];

/** The form with which an administrator adopts rules for debts. The limits themselves stay as they are. */
export const AdoptForm = ({ versions }: { versions: readonly [Blocks, ...Blocks[]] }) => {
  const t = useTranslate();
  const [accruedFines, setAccruedFines] = useState<Rule>(
    () => inForceAt(versions, new Date().toISOString())?.body.accruedFines ?? 'count',
  );
  const policyAfter = (inForce: Blocks = versions[0]) => ({
    kind: 'blocks' as const,
    body: { ...inForce.body, accruedFines },
  });
  return (
    <AdoptPolicyForm {...{ versions, policyAfter, meaning: t('debt-rules.adopt-meaning') }}>
      <NativeSelect
        size="sm"
        label={t('debt-rules.accrued')}
        description={t('debt-rules.accrued-meaning')}
        data={rules.map((value) => ({ value, label: t(`debt-rules.${value}`) }))}
        value={accruedFines}
        onChange={({ currentTarget }) => setAccruedFines(currentTarget.value as Rule)}
      />
    </AdoptPolicyForm>
  );
};
