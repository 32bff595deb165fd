import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { today } from '../../../components/days.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../../finance/shared/workbench.css';
import { inForceAt, laterThan, type PatronsVersion, type PinRules, rulesOf } from './pin-rules.ts';
import { useAdopt } from './use-pin-rules.ts';

const fields = [
  { name: 'shortest', min: 4, max: 12 },
  { name: 'codeMinutes', min: 1, max: 1440 },
  { name: 'perDay', min: 1, max: 100 },
] as const;

type Entered = Record<keyof PinRules, string> & { day: string; decision: string; later: '' | 'keep' | 'end' };

const enteredOf = (rules: PinRules): Entered => ({
  ...{ shortest: String(rules.shortest), codeMinutes: String(rules.codeMinutes), perDay: String(rules.perDay) },
  ...{ day: '', decision: '', later: '' },
});

/** Returns the first instant of a day here; undefined, which means now, for no day and for today. */
const beginningOf = (day: string): string | undefined => {
  const begins = day === '' ? 0 : Date.parse(`${day}T00:00:00`);
  return begins > Date.now() ? new Date(begins).toISOString() : undefined;
};

/** The form with which an administrator adopts rules for PINs. */
export const AdoptForm = ({ versions }: { versions: readonly PatronsVersion[] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const [entered, setEntered] = useState(() => enteredOf(rulesOf(inForceAt(versions, new Date().toISOString()))));
  const adopt = useAdopt(versions);
  const later = laterThan(versions, beginningOf(entered.day) ?? new Date().toISOString());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { shortest, codeMinutes, perDay, decision } = entered;
    const effectiveFrom = beginningOf(entered.day);
    adopt.mutate(
      {
        rules: { shortest: Number(shortest), codeMinutes: Number(codeMinutes), perDay: Number(perDay) },
        ...(effectiveFrom !== undefined && { effectiveFrom }),
        ...(later.length > 0 && { endsLater: entered.later === 'end' }),
        decisionReference: decision.trim(),
      },
      { onSuccess: () => setEntered({ ...entered, day: '', decision: '', later: '' }) },
    );
  };
  const put = (name: keyof Entered) => ({
    size: 'sm' as const,
    value: entered[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setEntered({ ...entered, [name]: currentTarget.value }),
  });
  return (
    <section aria-labelledby="pin-rules-adopt" className="stack">
      <h2 id="pin-rules-adopt">{t('pin-rules.adopt-title')}</h2>
      <p className="quiet">{t('pin-rules.adopt-meaning')}</p>
      <form className="bench-fields" aria-labelledby="pin-rules-adopt" onSubmit={submit}>
        {fields.map(({ name, min, max }) => (
          <TextInput
            key={name}
            {...put(name)}
            {...{ type: 'number', required: true, min, max, step: 1 }}
            label={t(`pin-rules.${name}`)}
            description={t('pin-rules.between', { min, max })}
          />
        ))}
        <TextInput
          {...put('day')}
          type="date"
          min={today()}
          label={t('pin-rules.day')}
          description={t('pin-rules.day-hint')}
        />
        {later.length > 0 && (
          <NativeSelect
            {...put('later')}
            required
            label={t('pin-rules.later-versions', {
              days: later.map(({ effectiveFrom }) => date(effectiveFrom)).join(', '),
            })}
          >
            <option value="" />
            <option value="keep">{t('pin-rules.keep-later')}</option>
            <option value="end">{t('pin-rules.end-later')}</option>
          </NativeSelect>
        )}
        <TextInput {...put('decision')} required maxLength={200} label={t('pin-rules.decision')} />
        <p>
          <Button size="sm" type="submit" loading={adopt.isPending}>
            {t('pin-rules.adopt')}
          </Button>
        </p>
      </form>
      <p role="status">{adopt.isSuccess && t('pin-rules.adopted')}</p>
      {adopt.error && <FailedNotice thrown={adopt.error} />}
    </section>
  );
};
