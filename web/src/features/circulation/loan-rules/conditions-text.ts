import { codeName } from '../../../components/code-name.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { Rule } from './use-loan-rules.ts';

type Names = {
  memberName: (id: string) => string;
  branchName: (id: string) => string;
  residenceName: (code: string) => string;
  categoryName: (code: string) => string;
};

/** Returns the conditions of a rule in words, each in a text of its own. */
export const conditionTexts = (
  t: Translate,
  { memberName, branchName, residenceName, categoryName }: Names,
  { when }: Rule,
): string[] => {
  const place = (id: string): string => (id.includes('.') ? branchName(id) : memberName(id));
  const { itemOwner, checkout, patronHome, patronCategory, patronResidence, itemCategory, location } = when;
  return [
    ...(itemCategory ? [codeName(itemCategory)] : []),
    ...(itemOwner ? [t('loan-rules.items-of', { library: place(itemOwner) })] : []),
    ...(location ? [t('loan-rules.at-location', { location })] : []),
    ...(patronCategory ? [categoryName(patronCategory)] : []),
    ...(patronHome ? [t('loan-rules.patrons-of', { library: place(patronHome) })] : []),
    ...(patronResidence
      ? [
          'in' in patronResidence
            ? t('loan-rules.residents-of', { places: patronResidence.in.map(residenceName).join(', ') })
            : t('loan-rules.non-residents-of', { places: patronResidence.notIn.map(residenceName).join(', ') }),
        ]
      : []),
    ...(checkout ? [t('loan-rules.lent-at', { library: place(checkout) })] : []),
  ];
};
