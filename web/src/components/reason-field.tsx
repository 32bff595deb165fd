import { TextInput } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

/** Whether a reason says anything: three letters at least, as the API asks. */
export const saysWhy = (reason: string): boolean => reason.trim().length >= 3;

type Given = { meaning: string; reason: string; change: (reason: string) => void };

/** Why a cataloguer does what is kept for good; `meaning` says who will read it. */
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
