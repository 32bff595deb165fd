import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { BranchSpine } from '../../../components/spine.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { cardTail, sortedName } from '../shared/patron-name.ts';
import { useBirthDate } from '../shared/use-birth-date.ts';
import type { FoundPatron } from './use-patron-search.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

const Status = ({ patron: { blocked, expiresOn } }: { patron: FoundPatron }) => {
  const t = useTranslate();
  if (blocked)
    return (
      <Badge tone="bad" icon="no">
        {t('patrons.blocked')}
      </Badge>
    );
  if (expiresOn < today())
    return (
      <Badge tone="bad" icon="wait">
        {t('patrons.expired')}
      </Badge>
    );
  return (
    <Badge tone="good" icon="yes">
      {t('patrons.good')}
    </Badge>
  );
};

type Found = { patrons: FoundPatron[]; more?: true | undefined } | undefined;

/** The patrons whom a search found, as a table; a row opens the record by Enter or a click. */
export const FoundPatrons = ({ found, open }: { found: Found; open: (patron: FoundPatron) => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const birthDate = useBirthDate();
  const { branchName } = useDirectory();
  const columns: Column<FoundPatron>[] = [
    {
      key: 'name',
      head: t('patrons.name'),
      sort: ({ name }) => sortedName(name),
      cell: ({ patronId, name, legalName }) => (
        <>
          <Link to="/patrons/$patronId" params={{ patronId }}>
            {sortedName(name)}
          </Link>
          {legalName && <span className="second-line">{t('patrons.legal-name', { name: sortedName(legalName) })}</span>}
        </>
      ),
    },
    {
      key: 'born',
      head: t('patrons.born'),
      sort: (row) => row.birthDate,
      cell: (row) => row.birthDate && birthDate(row.birthDate),
    },
    {
      key: 'card',
      head: t('patrons.card'),
      cell: ({ card }) => <span className="barcode">{cardTail(card)}</span>,
    },
    {
      key: 'category',
      head: t('patrons.category'),
      sort: ({ category }) => category,
      cell: ({ category }) => textOf('patron-category', category, category.replaceAll('-', ' ')),
    },
    {
      key: 'home',
      head: t('patrons.home'),
      sort: ({ homeBranch }) => branchName(homeBranch),
      cell: ({ homeBranch }) => <BranchSpine branchId={homeBranch} />,
    },
    { key: 'status', head: t('patrons.status'), cell: (patron) => <Status patron={patron} /> },
  ];
  return (
    <>
      <DataTable
        name={t('patrons.title')}
        columns={columns}
        rows={found?.patrons}
        rowKey={({ patronId }) => patronId}
        open={open}
        empty={t('patrons.none')}
      />
      {found?.more && <p className="quiet">{t('patrons.more')}</p>}
    </>
  );
};
