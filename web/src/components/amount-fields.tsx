import { TextInput } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

/** One number of a policy: its name, its text as typed, and what it means. An empty text is no limit where that is allowed. */
export type AmountField = { key: string; label: string; hint?: string; isOptional?: boolean };
export type Amounts = Readonly<Record<string, string>>;

type Props = { fields: readonly AmountField[]; amounts: Amounts; change: (amounts: Amounts) => void };

/** The fields of the numbers and amounts of a policy. */
export const AmountFields = ({ fields, amounts, change }: Props) => {
  const t = useTranslate();
  return fields.map(({ key, label, hint, isOptional }) => (
    <TextInput
      key={key}
      size="sm"
      inputMode="decimal"
      required={!isOptional}
      withAsterisk={false}
      label={label}
      {...((hint ?? isOptional) && { description: hint ?? t('policy.empty-no-limit') })}
      value={amounts[key] ?? ''}
      onChange={({ currentTarget }) => change({ ...amounts, [key]: currentTarget.value })}
    />
  ));
};

/** Returns in words which texts differ from those in force. */
export const amountChanges = (
  fields: readonly AmountField[],
  before: Amounts,
  after: Amounts,
  say: (value: string, before: string, after: string) => string,
): string[] =>
  fields.flatMap(({ key, label }) => {
    const [was, is] = [(before[key] ?? '').trim(), (after[key] ?? '').trim()];
    return was === is ? [] : [say(label, was, is)];
  });
