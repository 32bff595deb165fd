import { TextInput } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

type Field = { value: string; onChange: (code: string) => void };

/** The field for the one-time code from an e-mail. Pasting works (WCAG 2.2, 3.3.8). */
export const CodeInput = ({ value, onChange }: Field) => {
  const t = useTranslate();
  return (
    <TextInput
      label={t('sign-up.code')}
      name="code"
      autoComplete="one-time-code"
      inputMode="numeric"
      required
      withAsterisk={false}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};
