import { useTextOf } from '../../../i18n/translate.ts';
import { useCategories } from './use-categories.ts';

/** Returns a function that names a category of patrons: as the consortium does, or else by its code. */
export const useCategoryName = (): ((code: string) => string) => {
  const textOf = useTextOf();
  const categories = useCategories();
  return (code) => categories[code]?.name ?? textOf('patron-category', code, code.replaceAll('-', ' '));
};
