import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type PatronsVersion, type PinRules, rulesOf } from './pin-rules.ts';

const fields = [
  { name: 'shortest', min: 4, max: 12 },
  { name: 'codeMinutes', min: 1, max: 1440 },
  { name: 'perDay', min: 1, max: 100 },
] as const;

type Entered = Record<keyof PinRules, string>;

const enteredOf = ({ shortest, codeMinutes, perDay }: PinRules): Entered => ({
  ...{ shortest: String(shortest), codeMinutes: String(codeMinutes), perDay: String(perDay) },
});

/** The form with which an administrator adopts rules for PINs. All other rules for patrons stay as they are. */
export const AdoptForm = ({ versions }: { versions: readonly PatronsVersion[] }) => {
  const t = useTranslate();
  const [entered, setEntered] = useState(() => enteredOf(rulesOf(inForceAt(versions, new Date().toISOString()))));
  const policyAfter = (inForce: PatronsVersion | undefined) => ({
    kind: 'patrons' as const,
    body: {
      ...inForce?.body,
      pins: { shortest: Number(entered.shortest) },
      forgottenPin: { codeMinutes: Number(entered.codeMinutes), perDay: Number(entered.perDay) },
    },
  });
  return (
    <AdoptPolicyForm {...{ versions, policyAfter, meaning: t('pin-rules.adopt-meaning') }}>
      {fields.map(({ name, min, max }) => (
        <TextInput
          key={name}
          {...{ size: 'sm', type: 'number', required: true, min, max, step: 1 }}
          label={t(`pin-rules.${name}`)}
          description={t('pin-rules.between', { min, max })}
          value={entered[name]}
          onChange={({ currentTarget }) => setEntered({ ...entered, [name]: currentTarget.value })}
        />
      ))}
    </AdoptPolicyForm>
  );
};
