import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type HoldsVersion, type OthersWaitRule, othersWaitRules, ruleOf } from './hold-rules.ts';

/** The form with which an administrator adopts rules for holds. All other rules for holds stay as they are. */
export const AdoptForm = ({ versions }: { versions: readonly HoldsVersion[] }) => {
  const t = useTranslate();
  const [othersWait, setOthersWait] = useState(() => ruleOf(inForceAt(versions, new Date().toISOString())));
  const policyAfter = (inForce: HoldsVersion | undefined) => ({
    kind: 'holds' as const,
    body: { ...inForce?.body, othersWait },
  });
  return (
    <AdoptPolicyForm {...{ versions, policyAfter, meaning: t('hold-rules.adopt-meaning') }}>
      <NativeSelect
        size="sm"
        label={t('hold-rules.others-wait')}
        description={t('hold-rules.others-wait-meaning')}
        data={othersWaitRules.map((value) => ({ value, label: t(`hold-rules.${value}`) }))}
        value={othersWait}
        onChange={({ currentTarget }) => setOthersWait(currentTarget.value as OthersWaitRule)}
      />
    </AdoptPolicyForm>
  );
};
