import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { useCategories } from './use-categories.ts';
import { useCategoryName } from './use-category-name.ts';

type Given = {
  value: string;
  choose: (category: string) => void;
  /** The name of the field; *Category* if it has no other. */
  label?: string;
  /** The name of no category, where it need not be chosen. */
  none?: string;
};

/** The field for a patron's category: one of the consortium's, or any where none are adopted. */
export const CategoryField = ({ value, choose, label, none }: Given) => {
  const t = useTranslate();
  const categoryName = useCategoryName();
  const names = Object.keys(useCategories());
  if (names.length === 0) {
    return (
      <TextInput
        label={label ?? t('patrons.category')}
        value={value}
        required={none === undefined}
        maxLength={40}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
    );
  }
  return (
    <NativeSelect
      label={label ?? t('patrons.category')}
      value={value}
      data={[...new Set([...(none === undefined ? [] : ['']), value, ...names])].map((name) => ({
        value: name,
        label: name === '' && none !== undefined ? none : categoryName(name),
      }))}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};
