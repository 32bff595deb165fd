import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import {
  type Asked,
  allowances,
  askedOf,
  type EstimateField,
  estimateFields,
  librariesOf,
  linesOf,
  type PaidField,
  paidFields,
  todayFields,
} from './asked.ts';
import type { Estimate } from './estimate.ts';

type Props = { asked: Asked; data: Estimate | undefined; busy: boolean; go: (asked: Asked) => void };
type Field = EstimateField | PaidField;
type Typed = Partial<Record<Field, string>>;
const fields: readonly { name: Field; whole: boolean }[] = [...estimateFields, ...todayFields, ...paidFields];

const typedOf = (asked: Asked): Typed =>
  Object.fromEntries(fields.flatMap(({ name }) => (asked[name] === undefined ? [] : [[name, String(asked[name])]])));

type FieldsProps = {
  fields: readonly { name: Field; whole: boolean }[];
  typed: Typed;
  defaults: ReadonlyMap<string, number>;
  change: (name: Field, value: string) => void;
};

/** Numeric fields; an empty one shows its default and the source of it. */
const Fields = ({ fields: shown, typed, defaults, change }: FieldsProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { number } = useFormat();
  const hint = (name: Field): string | undefined => {
    const value = defaults.get(name);
    const isEmpty = (typed[name] ?? '') === '';
    return isEmpty && value !== undefined
      ? t('estimate.taken', { value: number(value), source: textOf('default-source', name) })
      : undefined;
  };
  return (
    <div className="estimate-form">
      {shown.map(({ name, whole }) => (
        <TextInput
          key={name}
          size="sm"
          type="number"
          min={name === 'members' ? 1 : 0}
          step={whole ? 1 : 'any'}
          label={textOf('workload', name)}
          description={hint(name)}
          value={typed[name] ?? ''}
          onChange={({ currentTarget: { value } }) => change(name, value)}
        />
      ))}
    </div>
  );
};

/** The form of an estimate: the expected use, the libraries, and what is paid besides the cloud. */
export const EstimateForm = ({ asked, data, busy, go }: Props) => {
  const t = useTranslate();
  const [typed, setTyped] = useState(() => typedOf(asked));
  const [libraries, setLibraries] = useState(() => linesOf(asked.libraries));
  const [free, setFree] = useState(asked.allowances ?? 'none');
  const assumed = [...(data?.assumed ?? []), ...(data?.whole.assumed ?? [])];
  const defaults = new Map<string, number>(assumed.map(({ name, value }) => [name, value]));
  const change = (name: Field, value: string): void => setTyped((before) => ({ ...before, [name]: value }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    go(askedOf({ ...typed, allowances: free, libraries: librariesOf(libraries) }));
  };
  return (
    <form onSubmit={send} className="estimate-parts" aria-label={t('estimate.form')}>
      <fieldset>
        <legend>{t('estimate.use')}</legend>
        <Fields fields={estimateFields} {...{ typed, defaults, change }} />
      </fieldset>
      <details open={paidFields.some(({ name }) => asked[name] !== undefined)}>
        <summary>{t('estimate.paid')}</summary>
        <Fields fields={paidFields} {...{ typed, defaults, change }} />
      </details>
      <fieldset>
        <legend>{t('estimate.today')}</legend>
        <Fields fields={todayFields} {...{ typed, defaults, change }} />
      </fieldset>
      <div className="estimate-form">
        <Textarea
          size="sm"
          autosize
          minRows={2}
          maxRows={8}
          label={t('estimate.libraries')}
          description={t('estimate.libraries-hint')}
          value={libraries}
          onChange={({ currentTarget: { value } }) => setLibraries(value)}
        />
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
      </div>
    </form>
  );
};
