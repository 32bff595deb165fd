import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ConditionDraft, comparisons, hasValue } from './steps.ts';

type Given = { name: string; condition: ConditionDraft; change: (condition: ConditionDraft) => void };

/** The fields of a condition: tag, subfield, comparison and value. */
export const ConditionFields = ({ name, condition, change }: Given) => {
  const t = useTranslate();
  const put = (more: Partial<ConditionDraft>): void => change({ ...condition, ...more });
  return (
    <fieldset className="record-step-parts">
      <legend>{name}</legend>
      <TextInput
        className="record-step-tag"
        label={t('record-changes.tag')}
        value={condition.tag}
        maxLength={3}
        onChange={({ currentTarget: { value } }) => put({ tag: value })}
      />
      <TextInput
        className="record-step-tag"
        label={t('record-changes.code')}
        placeholder={t('record-changes.any')}
        value={condition.code}
        maxLength={1}
        onChange={({ currentTarget: { value } }) => put({ code: value })}
      />
      <NativeSelect
        label={t('record-changes.comparison')}
        value={condition.is}
        data={comparisons.map((is) => ({ value: is, label: t(`record-is.${is}`) }))}
        onChange={({ currentTarget: { value } }) => put({ is: comparisons.find((is) => is === value) ?? 'equals' })}
      />
      {hasValue(condition.is) && (
        <TextInput
          className="record-step-text"
          label={t('record-changes.value')}
          value={condition.value}
          maxLength={200}
          onChange={({ currentTarget: { value } }) => put({ value })}
        />
      )}
    </fieldset>
  );
};
