import { TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';

type Field = { value: string; set: (value: string) => void; isWrong?: boolean };

/** The bank's reference of a payment; marked as missing when `isWrong`. */
export const BankReference = ({ label, value, set, isWrong = false }: Field & { label: string }) => {
  const t = useTranslate();
  return (
    <TextInput
      size="sm"
      label={label}
      maxLength={100}
      value={value}
      error={isWrong && value.trim() === '' && t('accounts.bad-reference')}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
};

/** The value date of a payment; marked as missing when `isWrong`. */
export const ValueDate = ({ value, set, isWrong = false }: Field) => {
  const t = useTranslate();
  return (
    <TextInput
      size="sm"
      type="date"
      label={t('accounts.pay-value')}
      value={value}
      error={isWrong && value === '' && t('accounts.bad-value')}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
};
