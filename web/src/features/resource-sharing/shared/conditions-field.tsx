import { Checkbox } from '@mantine/core';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Told } from './field-state.ts';

/** Under which conditions its lender lends it: to be read before the step is taken. */
export const ConditionsField = ({ field: { options = [] } }: Told) => {
  const say = useSay();
  const sayOf = useSayOf();
  return (
    <div className="codes notice notice-mark">
      <div>
        <p className="notice-title">{say('loans.conditions')}</p>
        <ul>
          {options.map((code) => (
            <li key={code}>{sayOf('code', code, say('loans.own-words', { code }))}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};

/** That a copy of another record is meant: another edition, which its requester takes as well. */
export const OtherRecordField = ({ said, tell }: Told) => {
  const say = useSay();
  return (
    <Checkbox
      size="sm"
      className="whole-line"
      label={say('loans.other-record')}
      description={say('loans.other-record-hint')}
      checked={said.otherRecord === true}
      onChange={({ currentTarget }) => tell({ otherRecord: currentTarget.checked || undefined })}
    />
  );
};

/** That a copy was given to its patron by other means, so that the link by which it came is not opened for him. */
export const HandedOverField = ({ said, tell }: Told) => {
  const say = useSay();
  return (
    <Checkbox
      size="sm"
      className="whole-line"
      label={say('loans.handed-over')}
      description={say('loans.handed-over-hint')}
      checked={said.handedOver === true}
      onChange={({ currentTarget }) => tell({ handedOver: currentTarget.checked || undefined })}
    />
  );
};

/** That the patron uses the item in the library: what its lender lets leave none is lent only so. */
export const InLibraryField = ({ field: { must }, said, tell }: Told) => {
  const say = useSay();
  return (
    <Checkbox
      size="sm"
      className="whole-line"
      label={say('loans.in-library')}
      description={say(must ? 'loans.in-library-must' : 'loans.in-library-hint')}
      required={must}
      checked={said.inLibrary === true}
      onChange={({ currentTarget }) => tell({ inLibrary: currentTarget.checked })}
    />
  );
};
