import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Asked, allowances, askedOf, type EstimateField, estimateFields } from './asked.ts';
import type { Estimate } from './estimate.ts';

type Props = { asked: Asked; data: Estimate | undefined; busy: boolean; go: (asked: Asked) => void };

type Typed = Partial<Record<EstimateField, string>>;

const typedOf = (asked: Asked): Typed =>
  Object.fromEntries(
    estimateFields.flatMap(({ name }) => (asked[name] === undefined ? [] : [[name, String(asked[name])]])),
  );

/** The form for the expected use. An empty field shows its default and the reason for it. */
export const EstimateForm = ({ asked, data, busy, go }: Props) => {
  const t = useTranslate();
  const { number } = useFormat();
  const [typed, setTyped] = useState(() => typedOf(asked));
  const [free, setFree] = useState(asked.allowances ?? 'none');
  const taken = new Map(data?.assumed.map(({ name, value }) => [name, value]));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    go(askedOf({ ...typed, allowances: free }));
  };
  const hint = (name: EstimateField): string | undefined => {
    const value = taken.get(name);
    const isEmpty = (typed[name] ?? '') === '';
    return isEmpty && value !== undefined
      ? t('estimate.taken', { value: number(value), source: t(`wish-source.${name}`) })
      : undefined;
  };
  return (
    <form onSubmit={send} className="estimate-form" aria-label={t('estimate.form')}>
      {estimateFields.map(({ name, whole }) => (
        <TextInput
          key={name}
          size="sm"
          type="number"
          min={name === 'members' ? 1 : 0}
          step={whole ? 1 : 'any'}
          label={t(`workload.${name}`)}
          description={hint(name)}
          value={typed[name] ?? ''}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <NativeSelect
        size="sm"
        label={t('estimate.allowances')}
        value={free}
        data={allowances.map((value) => ({ value, label: t(`allowances.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setFree(allowances.find((one) => one === value) ?? 'none')}
      />
      <div>
        <Button size="sm" type="submit" loading={busy}>
          {t('estimate.do')}
        </Button>
      </div>
    </form>
  );
};
