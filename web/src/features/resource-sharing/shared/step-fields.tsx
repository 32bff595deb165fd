import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { endOfDay } from '../../../components/days.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { CitationField } from './citation-field.tsx';
import { ConditionsField, HandedOverField, InLibraryField, OtherRecordField } from './conditions-field.tsx';
import { DecisionField } from './decision-field.tsx';
import type { FieldState } from './field-state.ts';
import type { Field } from './requests.ts';
import { EditionField, NeedByField, VolumeField } from './search-criteria-fields.tsx';
import { CostField, TermsField } from './terms-field.tsx';

const Reason = ({ field: { options = [] }, input, change }: FieldState) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <NativeSelect
      size="sm"
      label={t('loans.reason')}
      value={input.reason ?? ''}
      required
      data={[
        { value: '', label: t('loans.choose-reason') },
        ...options.map((value) => ({ value, label: textOf('code', value) })),
      ]}
      onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
    />
  );
};

/** Describes a barcode; hints for files are excluded. */
const barcodeHint = (hint: NonNullable<Field['hint']>) => (hint === 'came' || hint === 'instead' ? 'hint' : hint);

const Copy = ({ field: { must, hint = 'hint' }, input, change }: FieldState) => {
  const t = useTranslate();
  return (
    <TextInput
      size="sm"
      label={t('loans.barcode')}
      description={t(`loans.barcode-${barcodeHint(hint)}`)}
      required={must}
      maxLength={40}
      value={input.barcode ?? ''}
      onChange={({ currentTarget }) => change({ barcode: currentTarget.value.trim() })}
    />
  );
};

const Due = ({ field: { must, options: [lentUntil] = [] }, change }: FieldState) => {
  const t = useTranslate();
  const { date } = useFormat();
  const hint = lentUntil ? t('loans.until-now', { date: date(lentUntil) }) : must ? '' : t('loans.until-hint');
  return (
    <TextInput
      size="sm"
      type="date"
      label={t('loans.until')}
      {...(hint && { description: hint })}
      required={must}
      onChange={({ currentTarget: { value } }) => change({ due: value && endOfDay(value) })}
    />
  );
};

const formats = '.pdf,.tif,.tiff,.jpg,.jpeg,.png';

const Scan = ({ field: { must, hint }, change }: FieldState) => {
  const t = useTranslate();
  return (
    <label className="file-field">
      {t('loans.file')}
      {(hint === 'came' || hint === 'instead') && <span className="quiet">{t(`loans.file-${hint}`)}</span>}
      <input
        type="file"
        accept={formats}
        required={must}
        onChange={({ currentTarget: { files } }) => {
          const [file] = files ?? [];
          if (file) change({ file });
        }}
      />
    </label>
  );
};

const Note = ({ field: { must }, input, change }: FieldState) => {
  const t = useTranslate();
  return (
    <Textarea
      size="sm"
      label={t('loans.note')}
      description={t('loans.note-hint')}
      required={must}
      maxLength={2000}
      autosize
      minRows={2}
      value={input.note ?? ''}
      onChange={({ currentTarget }) => change({ note: currentTarget.value })}
    />
  );
};

/** The component of each field. */
export const stepFields: Record<Field['field'], (state: FieldState) => React.ReactNode> = {
  reason: Reason,
  copy: Copy,
  due: Due,
  terms: TermsField,
  cost: CostField,
  document: Scan,
  citation: CitationField,
  decision: DecisionField,
  note: Note,
  conditions: ConditionsField,
  'in-library': InLibraryField,
  'other-record': OtherRecordField,
  'handed-over': HandedOverField,
  edition: EditionField,
  volume: VolumeField,
  'need-by': NeedByField,
};
