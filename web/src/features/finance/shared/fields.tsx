import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { amountPattern, majorText, minorOf } from '../../../i18n/exact-money.ts';
import { digitsOf } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { isCurrency } from './workbench.ts';

type Field<T> = { label: string; value: T; onChange: (value: T) => void };

/** A text field. `names` suggests existing values; `pattern` is validated by the browser. */
export const TextField = ({
  label,
  value,
  onChange,
  isNeeded = true,
  pattern,
  hint,
  title,
  list,
}: Field<string> & {
  isNeeded?: boolean;
  pattern?: string;
  hint?: string;
  /** The browser's additional message when the pattern does not match. */
  title?: string;
  list?: string;
}) => (
  <TextInput
    size="sm"
    label={label}
    value={value}
    required={isNeeded}
    maxLength={500}
    {...(pattern !== undefined && { pattern })}
    {...(hint !== undefined && { description: hint })}
    {...(title !== undefined && { title })}
    {...(list !== undefined && { list })}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
);

/** A name as in formulas: lower-case letters, digits and hyphens. */
export const NameField = (given: Field<string> & { isNeeded?: boolean; list?: string }) => (
  <TextField {...given} pattern="[a-z][a-z0-9\-]{0,39}" title={useTranslate()('workbench.name-hint')} />
);

/** A decimal stored as text, so that it stays exact: a percentage, or a price, which may be negative. */
export const DecimalField = ({
  isSigned = false,
  ...given
}: Field<string> & { isNeeded?: boolean; isSigned?: boolean }) => (
  <TextField {...given} pattern={isSigned ? '-?\\d{1,12}(\\.\\d{1,10})?' : '\\d{1,12}(\\.\\d{1,10})?'} />
);

type Amount = (Field<number> & { isOptional?: never }) | (Field<number | undefined> & { isOptional: true });

/** Keeps the typed text unchanged, and reports its value as soon as it is valid. */
const useTyped = (first: string, read: (text: string) => number | undefined) => {
  const [text, setText] = useState(first);
  const put = (next: string): number | undefined => {
    setText(next);
    return read(next);
  };
  return { text, value: read(text), put };
};

type Typed = { first: string; read: (text: string) => number | undefined; pattern: string };

const AmountField = ({ typed: { first, read, pattern }, ...field }: Amount & { typed: Typed }) => {
  const t = useTranslate();
  const { text, value, put } = useTyped(first, read);
  return (
    <TextInput
      size="sm"
      label={field.label}
      value={text}
      required={field.isOptional !== true}
      inputMode="decimal"
      pattern={pattern}
      error={text !== '' && value === undefined ? t('workbench.no-amount') : undefined}
      onChange={({ currentTarget }) => {
        const next = put(currentTarget.value);
        if (next !== undefined) field.onChange(next);
        else if (field.isOptional && currentTarget.value === '') field.onChange(undefined);
      }}
    />
  );
};

/** The maximum number of digits before the decimal point. */
const MOST_DIGITS = 11;

/** An input for money, stored in minor units; negative only where a discount is allowed. */
export const MoneyField = ({
  currency,
  isSigned = false,
  ...field
}: Amount & { currency: string; isSigned?: boolean }) => {
  const digits = digitsOf(isCurrency(currency) ? currency : 'USD');
  const read = (text: string): number | undefined => {
    const isBelow = isSigned && text.trim().startsWith('-');
    const size = minorOf(isBelow ? text.trim().slice(1) : text, digits, MOST_DIGITS);
    return isBelow && size !== undefined ? 0 - size : size;
  };
  const { value } = field;
  const typed = {
    first: value === undefined ? '' : majorText(value, digits),
    read,
    pattern: `${isSigned ? '-?' : ''}${amountPattern(digits, MOST_DIGITS)}`,
  };
  return <AmountField {...field} typed={typed} />;
};

/** A number with at most three decimals. */
export const NumberField = (field: Amount) => {
  const pattern = '\\d{1,12}([.,]\\d{1,3})?';
  const read = (text: string): number | undefined =>
    new RegExp(`^${pattern}$`).test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined;
  return (
    <AmountField {...field} typed={{ first: field.value === undefined ? '' : String(field.value), read, pattern }} />
  );
};

/** A choice between a few options. */
export const ChoiceField = <T extends string>({
  label,
  value,
  onChange,
  choices,
}: Field<T> & { choices: readonly { value: T; label: string }[] }) => (
  <NativeSelect
    size="sm"
    label={label}
    value={value}
    data={[...choices]}
    onChange={({ currentTarget }) => {
      const chosen = choices.find((one) => one.value === currentTarget.value);
      if (chosen) onChange(chosen.value);
    }}
  />
);
