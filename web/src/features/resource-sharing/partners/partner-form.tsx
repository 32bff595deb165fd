import { Button, Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCurrency } from '../../../api/use-currency.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Values } from './partner-values.ts';

type TextName = { [N in keyof Values]: Values[N] extends string ? N : never }[keyof Values];
type FlagName = { [N in keyof Values]: Values[N] extends boolean ? N : never }[keyof Values];

type Form = {
  first: Values;
  label: string;
  isPending: boolean;
  onSend: (values: Values) => void;
  children?: ReactNode;
};

const hinted = ['symbols', 'countries', 'accountId', 'retrySeconds'] as const;
const isHinted = (name: string): name is (typeof hinted)[number] => hinted.some((one) => one === name);
const ways = ['none', 'basic', 'message', 'header'] as const;

/** The form for a partner: identity, connection, permissions and terms. */
export const PartnerForm = ({ first, label, isPending, onSend, children }: Form) => {
  const t = useTranslate();
  const currency = useCurrency();
  const [values, setValues] = useState(first);
  const put = (more: Partial<Values>): void => setValues((before) => ({ ...before, ...more }));
  const text = (name: TextName, more: { required?: boolean; type?: string; hint?: boolean } = {}) => (
    <TextInput
      size="sm"
      label={t(`partner-field.${name}`)}
      {...(more.hint && isHinted(name) && { description: t(`partner-hint.${name}`) })}
      type={more.type ?? 'text'}
      required={more.required ?? false}
      maxLength={500}
      value={values[name]}
      onChange={({ currentTarget }) => put({ [name]: currentTarget.value })}
    />
  );
  const flag = (name: FlagName) => (
    <Checkbox
      size="sm"
      label={t(`partner-field.${name}`)}
      checked={values[name]}
      onChange={({ currentTarget }) => put({ [name]: currentTarget.checked })}
    />
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend(values);
  };
  return (
    <form className="stack" aria-label={label} onSubmit={submit}>
      <fieldset className="partner-fields">
        <legend>{t('partner-form.who')}</legend>
        {text('name', { required: true })}
        {text('symbols', { required: true, hint: true })}
        <NativeSelect
          size="sm"
          label={t('partner-field.knowsUsAs')}
          value={values.knowsUsAs}
          data={[
            { value: 'member', label: t('partner-form.as-member') },
            { value: 'consortium', label: t('partner-form.as-consortium') },
          ]}
          onChange={({ currentTarget: { value } }) =>
            put({ knowsUsAs: value === 'consortium' ? 'consortium' : 'member' })
          }
        />
        {flag('broker')}
      </fieldset>
      <fieldset className="partner-fields">
        <legend>{t('partner-form.how')}</legend>
        {text('address', { required: true, type: 'url' })}
        <NativeSelect
          size="sm"
          label={t('partner-field.dialect')}
          value={values.dialect}
          data={['1.2', '2021']}
          onChange={({ currentTarget: { value } }) => put({ dialect: value === '2021' ? '2021' : '1.2' })}
        />
        <NativeSelect
          size="sm"
          label={t('partner-field.how')}
          value={values.how}
          data={ways.map((value) => ({ value, label: t(`partner-way.${value}`) }))}
          onChange={({ currentTarget: { value } }) => put({ how: ways.find((one) => one === value) ?? 'none' })}
        />
        {values.how !== 'none' && (
          <>
            {text('as', { required: true })}
            <PasswordInput
              size="sm"
              label={t('partner-field.outboundSecret')}
              description={t('partner-hint.outboundSecret')}
              maxLength={1000}
              autoComplete="off"
              value={values.outboundSecret}
              onChange={({ currentTarget }) => put({ outboundSecret: currentTarget.value })}
            />
          </>
        )}
        {text('accountId', { hint: true })}
        {flag('secretInAddress')}
        {text('retrySeconds', { hint: true })}
      </fieldset>
      <fieldset className="partner-fields">
        <legend>{t('partner-form.terms')}</legend>
        {flag('supplies')}
        {flag('requests')}
        {flag('patronRequests')}
        <NativeSelect
          size="sm"
          label={t('partner-field.conditionsAs')}
          value={values.conditionsAs}
          data={(['retry', 'promise'] as const).map((value) => ({ value, label: t(`partner-conditions.${value}`) }))}
          onChange={({ currentTarget: { value } }) => put({ conditionsAs: value === 'promise' ? 'promise' : 'retry' })}
        />
        {flag('lends')}
        {flag('copies')}
        {flag('lastResort')}
        {flag('paused')}
        {text('transitDays', { type: 'number' })}
        {text('postalAddress')}
        {currency && text('loanCost')}
        {currency && text('copyCost')}
        {text('countries', { hint: true })}
        {text('messagesADay', { type: 'number' })}
      </fieldset>
      {children}
      <p>
        <Button size="sm" type="submit" loading={isPending}>
          {label}
        </Button>
      </p>
    </form>
  );
};
