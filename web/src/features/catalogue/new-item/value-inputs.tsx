import { NativeSelect, TextInput } from '@mantine/core';
import { memberOf } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranches } from '../../circulation/shared/use-branch.ts';
import '../shared/item-forms.css';
import { mostOf, type Values, valueFields } from './item-values.ts';

type Given = {
  memberId: string;
  values: Values;
  put: (more: Partial<Values>) => void;
  /** The template's values, shown as placeholders. */
  instead?: Values | undefined;
  /** The label when no branch is selected. */
  noBranch: string;
  isPriceWrong: boolean;
};

/** The inputs for the values of an item or a template. */
export const ValueInputs = ({ memberId, values, put, instead, noBranch, isPriceWrong }: Given) => {
  const t = useTranslate();
  const branches = useBranches('cataloguer').filter((branch) => memberOf(branch.branchId) === memberId);
  return (
    <div className="changes-fields">
      <NativeSelect
        size="sm"
        label={t('item-field.branch')}
        value={values.branchId}
        data={[
          { value: '', label: noBranch },
          ...branches.map(({ branchId, name }) => ({ value: branchId, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => put({ branchId: value })}
      />
      {valueFields.map((field) => (
        <TextInput
          key={field}
          size="sm"
          label={t(`item-field.${field}`)}
          value={values[field]}
          placeholder={instead?.[field] ?? ''}
          maxLength={mostOf[field]}
          {...(field === 'price' && {
            inputMode: 'decimal',
            error: isPriceWrong ? t('new-item.price-wrong') : undefined,
          })}
          onChange={({ currentTarget: { value } }) => put({ [field]: value })}
        />
      ))}
    </div>
  );
};
