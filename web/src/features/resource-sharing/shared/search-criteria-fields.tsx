import { NativeSelect, TextInput } from '@mantine/core';
import { endOfDay } from '../../../components/days.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { FieldState } from './field-state.ts';

/** The choice among the supplier's offers, where it has several. */
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

/** The choice of an offered edition. */
export const EditionField = (state: FieldState) => <OfOffered of="edition" {...state} />;
/** The choice of an offered volume. */
export const VolumeField = (state: FieldState) => <OfOffered of="volume" {...state} />;

/** The new need-by date. */
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
