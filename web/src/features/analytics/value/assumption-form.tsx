import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import '../../finance/estimate/estimate.css';
import { assumptionOf, assumptions, type Entered, enteredOf } from './assumptions.ts';

/** The form of the assumptions of a value report. A field shows the value in use; `change` receives those that differ from the usual ones. */
export const AssumptionForm = ({ entered, change }: { entered: Entered; change: (entered: Entered) => void }) => {
  const t = useTranslate();
  const [typed, setTyped] = useState(entered);
  const textOf = ({ name, usual }: (typeof assumptions)[number]): string => typed[name] ?? usual;
  const isValid = assumptions.every((one) => assumptionOf(one.name, textOf(one)) !== undefined);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isValid) change(enteredOf(typed));
  };
  return (
    <form onSubmit={send} className="estimate-form" aria-label={t('value.assumptions')}>
      {assumptions.map((one) => (
        <TextInput
          key={one.name}
          size="sm"
          inputMode="decimal"
          label={t(`value.assumed-${one.name}`)}
          error={assumptionOf(one.name, textOf(one)) === undefined && t('value.not-a-number')}
          value={textOf(one)}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [one.name]: value }))}
        />
      ))}
      <div>
        <Button size="sm" type="submit">
          {t('value.calculate')}
        </Button>
      </div>
    </form>
  );
};
