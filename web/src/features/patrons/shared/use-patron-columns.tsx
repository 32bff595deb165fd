import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import type { Column } from '../../../components/data-columns.ts';
import { BranchSpine } from '../../../components/spine.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from './patron-name.ts';
import { useBirthDate } from './use-birth-date.ts';
import { useCategoryName } from './use-category-name.ts';

type Named = { patronId: string; name: { family: string; given?: string | undefined } };
type Columns = {
  name: Column<Named>;
  born: Column<{ birthDate?: string | undefined }>;
  category: Column<{ category: string }>;
  home: Column<{ homeBranch: string }>;
};

/** The columns that lists of patrons share. */
export const usePatronColumns = (): Columns => {
  const t = useTranslate();
  const categoryName = useCategoryName();
  const birthDate = useBirthDate();
  const { branchName } = useDirectory();
  return {
    name: {
      key: 'name',
      head: t('patrons.name'),
      sort: ({ name }) => sortedName(name),
      cell: ({ patronId, name }) => (
        <Link to="/patrons/$patronId" params={{ patronId }}>
          {sortedName(name)}
        </Link>
      ),
    },
    born: {
      key: 'born',
      head: t('patrons.born'),
      sort: (row) => row.birthDate,
      cell: (row) => row.birthDate && birthDate(row.birthDate),
    },
    category: {
      key: 'category',
      head: t('patrons.category'),
      sort: ({ category }) => category,
      cell: ({ category }) => categoryName(category),
    },
    home: {
      key: 'home',
      head: t('patrons.home'),
      sort: ({ homeBranch }) => branchName(homeBranch),
      cell: ({ homeBranch }) => <BranchSpine branchId={homeBranch} />,
    },
  };
};
