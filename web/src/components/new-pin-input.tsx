import { PasswordInput } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

type Field = { value: string; onChange: (pin: string) => void };

/** The field for a PIN that is to be set. */
export const NewPinInput = ({ value, onChange }: Field) => {
  const t = useTranslate();
  return (
    <PasswordInput
      label={t('sign-up.pin')}
      description={t('sign-up.pin-hint')}
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
