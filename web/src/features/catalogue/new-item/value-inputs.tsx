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
  /** What stands in the place of what is left empty: a template's values. */
  instead?: Values | undefined;
  /** What the choice of a branch says while none is chosen. */
  noBranch: string;
  isPriceWrong: boolean;
};

/** The values of a copy, as a template or a new copy has them. */
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
