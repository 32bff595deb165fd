import { PasswordInput } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

/** The number of digits that a PIN has, as the API says it for the form. */
export type PinLength = { shortest: number; longest: number };

type Field = { value: string; length: PinLength; onChange: (pin: string) => void };

/** The field for a PIN that is to be set, with the rule in force. */
export const NewPinInput = ({ value, length, onChange }: Field) => {
  const t = useTranslate();
  return (
    <PasswordInput
      label={t('sign-up.pin')}
      description={t('sign-up.pin-hint', length)}
      name="new-password"
      autoComplete="new-password"
      required
      withAsterisk={false}
      value={value}
      visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-pin'), tabIndex: 0 }}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};
