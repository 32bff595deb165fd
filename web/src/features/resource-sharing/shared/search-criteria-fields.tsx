import { NativeSelect, TextInput } from '@mantine/core';
import { endOfDay } from '../../../components/days.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { FieldState } from './field-state.ts';

/** One of those that the supplier has, where it has several: that one is asked for. */
const OfOffered = ({ of, field: { must, options = [] }, input, change }: FieldState & { of: 'edition' | 'volume' }) => {
  const t = useTranslate();
  const { citation = { kind: 'book' as const } } = input;
  const chosen = citation[of] ?? '';
  return (
    <NativeSelect
      size="sm"
      label={t(`cite.${of}`)}
      description={t('loans.of-offered')}
      required={must}
      value={options.includes(chosen) ? chosen : ''}
      data={[{ value: '', label: t('loans.choose-one') }, ...options]}
      onChange={({ currentTarget: { value } }) => change({ citation: { ...citation, [of]: value } })}
    />
  );
};

/** Which edition of those offered. */
export const EditionField = (state: FieldState) => <OfOffered of="edition" {...state} />;
/** Which volume of those offered. */
export const VolumeField = (state: FieldState) => <OfOffered of="volume" {...state} />;

/** By when it is needed, said anew. */
export const NeedByField = ({ field: { must }, change }: FieldState) => {
  const t = useTranslate();
  return (
    <TextInput
      size="sm"
      type="date"
      label={t('loan-fact.need-by')}
      description={t('loans.need-by-hint')}
      required={must}
      onChange={({ currentTarget: { value } }) => change({ needBy: value && endOfDay(value) })}
    />
  );
};
