import { useTextOf } from '../../../i18n/translate.ts';
import { useCategories } from './use-categories.ts';

const ofCode = (code: string): string => {
  const text = code.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Returns a function that names a category of patrons: as the consortium does, or else by its code. */
export const useCategoryName = (): ((code: string) => string) => {
  const textOf = useTextOf();
  const categories = useCategories();
  return (code) => categories[code]?.name ?? textOf('patron-category', code, ofCode(code));
};
