import { Checkbox } from '@mantine/core';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { FieldState } from './field-state.ts';

/** The lender's conditions, to be read before the step. */
export const ConditionsField = ({ field: { options = [] } }: FieldState) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <div className="codes notice notice-warn">
      <div>
        <p className="notice-title">{t('loans.conditions')}</p>
        <ul>
          {options.map((code) => (
            <li key={code}>{textOf('code', code, t('loans.own-words', { code }))}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};

/** Confirms that an item of another record is meant: another edition that the requester accepts. */
export const OtherRecordField = ({ input, change }: FieldState) => {
  const t = useTranslate();
  return (
    <Checkbox
      size="sm"
      className="whole-line"
      label={t('loans.other-record')}
      description={t('loans.other-record-hint')}
      checked={input.otherRecord === true}
      onChange={({ currentTarget }) => change({ otherRecord: currentTarget.checked || undefined })}
    />
  );
};

/** States that a copy was handed to its patron otherwise, so that its link is not opened to the patron. */
export const HandedOverField = ({ input, change }: FieldState) => {
  const t = useTranslate();
  return (
    <Checkbox
      size="sm"
      className="whole-line"
      label={t('loans.handed-over')}
      description={t('loans.handed-over-hint')}
      checked={input.handedOver === true}
      onChange={({ currentTarget }) => change({ handedOver: currentTarget.checked || undefined })}
    />
  );
};

/** States that the patron uses the item in the library, which the lender's condition requires. */
export const InLibraryField = ({ field: { must }, input, change }: FieldState) => {
  const t = useTranslate();
  return (
    <Checkbox
      size="sm"
      className="whole-line"
      label={t('loans.in-library')}
      description={t(must ? 'loans.in-library-must' : 'loans.in-library-hint')}
      required={must}
      checked={input.inLibrary === true}
      onChange={({ currentTarget }) => change({ inLibrary: currentTarget.checked })}
    />
  );
};
