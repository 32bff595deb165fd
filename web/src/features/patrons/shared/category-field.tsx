import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { useCategories } from './use-categories.ts';
import { useCategoryName } from './use-category-name.ts';

/** The field for a patron's category: one of the consortium's, or any where none are adopted. */
export const CategoryField = ({ value, choose }: { value: string; choose: (category: string) => void }) => {
  const t = useTranslate();
  const categoryName = useCategoryName();
  const names = Object.keys(useCategories());
  if (names.length === 0) {
    return (
      <TextInput
        label={t('patrons.category')}
        value={value}
        required
        maxLength={40}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
    );
  }
  return (
    <NativeSelect
      label={t('patrons.category')}
      value={value}
      data={[...new Set([value, ...names])].map((name) => ({
        value: name,
        label: categoryName(name),
      }))}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};
