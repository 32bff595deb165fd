import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { today } from '../../../components/days.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { cardTail, sortedName } from '../shared/patron-name.ts';
import { usePatronColumns } from '../shared/use-patron-columns.tsx';
import type { FoundPatron } from './use-patron-search.ts';

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
  const shared = usePatronColumns();
  const columns: Column<FoundPatron>[] = [
    {
      ...shared.name,
      cell: ({ legalName, ...patron }) => (
        <>
          {shared.name.cell(patron)}
          {legalName && <span className="second-line">{t('patrons.legal-name', { name: sortedName(legalName) })}</span>}
        </>
      ),
    },
    shared.born,
    {
      key: 'card',
      head: t('patrons.card'),
      cell: ({ card }) => <span className="barcode">{cardTail(card)}</span>,
    },
    shared.category,
    shared.home,
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
