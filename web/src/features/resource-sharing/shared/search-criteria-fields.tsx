import { NativeSelect, TextInput } from '@mantine/core';
import { endOfDay } from '../../../components/days.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Told } from './field-state.ts';

/** One of those that the supplier has, where it has several: that one is asked for. */
const OfOffered = ({ of, field: { must, options = [] }, said, tell }: Told & { of: 'edition' | 'volume' }) => {
  const say = useSay();
  const { citation = { kind: 'book' as const } } = said;
  const chosen = citation[of] ?? '';
  return (
    <NativeSelect
      size="sm"
      label={say(`cite.${of}`)}
      description={say('loans.of-offered')}
      required={must}
      value={options.includes(chosen) ? chosen : ''}
      data={[{ value: '', label: say('loans.choose-one') }, ...options]}
      onChange={({ currentTarget: { value } }) => tell({ citation: { ...citation, [of]: value } })}
    />
  );
};

/** Which edition of those offered. */
export const EditionField = (told: Told) => <OfOffered of="edition" {...told} />;
/** Which volume of those offered. */
export const VolumeField = (told: Told) => <OfOffered of="volume" {...told} />;

/** By when it is needed, said anew. */
export const NeedByField = ({ field: { must }, tell }: Told) => {
  const say = useSay();
  return (
    <TextInput
      size="sm"
      type="date"
      label={say('loan-fact.need-by')}
      description={say('loans.need-by-hint')}
      required={must}
      onChange={({ currentTarget: { value } }) => tell({ needBy: value && endOfDay(value) })}
    />
  );
};
