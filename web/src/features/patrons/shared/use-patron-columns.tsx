import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import type { Column } from '../../../components/data-columns.ts';
import { BranchSpine } from '../../../components/spine.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from './patron-name.ts';
import { useBirthDate } from './use-birth-date.ts';

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
  const textOf = useTextOf();
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
      cell: ({ category }) => textOf('patron-category', category, category.replaceAll('-', ' ')),
    },
    home: {
      key: 'home',
      head: t('patrons.home'),
      sort: ({ homeBranch }) => branchName(homeBranch),
      cell: ({ homeBranch }) => <BranchSpine branchId={homeBranch} />,
    },
  };
};
