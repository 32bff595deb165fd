import { TextInput } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

/** Whether a reason is long enough: the API requires at least three letters. */
export const saysWhy = (reason: string): boolean => reason.trim().length >= 3;

type Given = { meaning: string; reason: string; change: (reason: string) => void };

/** The field for a reason that is stored permanently; `meaning` states who can read it. */
export const ReasonField = ({ meaning, reason, change }: Given) => {
  const t = useTranslate();
  return (
    <TextInput
      label={t('union.reason')}
      description={meaning}
      value={reason}
      maxLength={500}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
};
