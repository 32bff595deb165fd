import { TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { isOver, type Need } from './need.ts';

/** The need-by date; empty for none. Warns of a date in the past. */
export const NeedBy = ({ need, onChange }: { need: Need; onChange: (need: Need) => void }) => {
  const t = useTranslate();
  return (
    <TextInput
      type="date"
      label={t('request.need-by')}
      max="9999-12-31"
      value={need.day}
      error={isOver(need) && t('problem.need-by-passed')}
      onChange={({ currentTarget: { value } }) => onChange({ ...need, day: value })}
    />
  );
};
