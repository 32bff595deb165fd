import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { endOfDay } from '../../../components/days.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { CitationField } from './citation-field.tsx';
import { ConditionsField, HandedOverField, InLibraryField, OtherRecordField } from './conditions-field.tsx';
import { DecisionField } from './decision-field.tsx';
import type { Told } from './field-state.ts';
import type { Field } from './requests.ts';
import { EditionField, NeedByField, VolumeField } from './search-criteria-fields.tsx';
import { CostField, TermsField } from './terms-field.tsx';

const Reason = ({ field: { options = [] }, said, tell }: Told) => {
  const say = useSay();
  const sayOf = useSayOf();
  return (
    <NativeSelect
      size="sm"
      label={say('loans.reason')}
      value={said.reason ?? ''}
      required
      data={[
        { value: '', label: say('loans.choose-reason') },
        ...options.map((value) => ({ value, label: sayOf('code', value) })),
      ]}
      onChange={({ currentTarget }) => tell({ reason: currentTarget.value })}
    />
  );
};

/** What is said of a barcode; the hints of files are none of it. */
const barcodeHint = (hint: NonNullable<Field['hint']>) => (hint === 'came' || hint === 'instead' ? 'hint' : hint);

const Copy = ({ field: { must, hint = 'hint' }, said, tell }: Told) => {
  const say = useSay();
  return (
    <TextInput
      size="sm"
      label={say('loans.barcode')}
      description={say(`loans.barcode-${barcodeHint(hint)}`)}
      required={must}
      maxLength={40}
      value={said.barcode ?? ''}
      onChange={({ currentTarget }) => tell({ barcode: currentTarget.value.trim() })}
    />
  );
};

const Due = ({ field: { must, options: [lentUntil] = [] }, tell }: Told) => {
  const say = useSay();
  const { date } = useFormat();
  const hint = lentUntil ? say('loans.until-now', { date: date(lentUntil) }) : must ? '' : say('loans.until-hint');
  return (
    <TextInput
      size="sm"
      type="date"
      label={say('loans.until')}
      {...(hint && { description: hint })}
      required={must}
      onChange={({ currentTarget: { value } }) => tell({ due: value && endOfDay(value) })}
    />
  );
};

const formats = '.pdf,.tif,.tiff,.jpg,.jpeg,.png';

const Scan = ({ field: { must, hint }, tell }: Told) => {
  const say = useSay();
  return (
    <label className="file-field">
      {say('loans.file')}
      {(hint === 'came' || hint === 'instead') && <span className="quiet">{say(`loans.file-${hint}`)}</span>}
      <input
        type="file"
        accept={formats}
        required={must}
        onChange={({ currentTarget: { files } }) => {
          const [file] = files ?? [];
          if (file) tell({ file });
        }}
      />
    </label>
  );
};

const Note = ({ field: { must }, said, tell }: Told) => {
  const say = useSay();
  return (
    <Textarea
      size="sm"
      label={say('loans.note')}
      description={say('loans.note-hint')}
      required={must}
      maxLength={2000}
      autosize
      minRows={2}
      value={said.note ?? ''}
      onChange={({ currentTarget }) => tell({ note: currentTarget.value })}
    />
  );
};

/** What each field is drawn with. */
export const stepFields: Record<Field['field'], (told: Told) => React.ReactNode> = {
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
