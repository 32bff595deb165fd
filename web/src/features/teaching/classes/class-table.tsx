import { Link } from '@tanstack/react-router';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from '../../patrons/shared/patron-name.ts';
import { isOverdue, type Pupil, type PupilLoan } from './use-classes.ts';

/** A row of the table: a loan with its pupil, or a pupil without loans. */
type Row = { pupil: Pupil; loan?: PupilLoan };

const rowsOf = (pupils: readonly Pupil[], isOverdueOnly: boolean): Row[] =>
  pupils.flatMap((pupil): Row[] => {
    const loans = isOverdueOnly ? pupil.loans.filter((loan) => isOverdue(loan)) : pupil.loans;
    if (loans.length > 0) return loans.map((loan) => ({ pupil, loan }));
    return isOverdueOnly ? [] : [{ pupil }];
  });

type Props = { classId: string; pupils: readonly Pupil[] | undefined; isOverdueOnly: boolean };

/** Lists the loans of each pupil of a class, a row for each loan; or only overdue ones. */
export const ClassTable = ({ classId, pupils, isOverdueOnly }: Props) => {
  const t = useTranslate();
  const { date } = useFormat();
  const columns: Column<Row>[] = [
    {
      ...{ key: 'pupil', head: t('class.pupil'), sort: ({ pupil }: Row) => sortedName(pupil.name) },
      cell: ({ pupil }) => (
        <>
          <Link to="/patrons/$patronId" params={{ patronId: pupil.patronId }}>
            {sortedName(pupil.name)}
          </Link>
          <span className="data-second barcode">{pupil.card}</span>
        </>
      ),
    },
    { key: 'number', head: t('class.number'), sort: ({ pupil }) => pupil.localId, cell: ({ pupil }) => pupil.localId },
    {
      ...{ key: 'title', head: t('class.title-on-loan'), sort: ({ loan }: Row) => loan?.title ?? loan?.barcode },
      cell: ({ loan }) =>
        loan ? (
          <>
            {loan.title ?? t('class.untitled')}
            <span className="data-second barcode">{loan.barcode}</span>
          </>
        ) : (
          t('class.nothing')
        ),
    },
    {
      ...{ key: 'due', head: t('class.due'), sort: ({ loan }: Row) => loan?.due },
      cell: ({ loan }) =>
        loan && (
          <>
            {date(loan.due)} {isOverdue(loan) && <Badge tone="bad">{t('class.overdue')}</Badge>}
          </>
        ),
      text: ({ loan }) => (loan ? loan.due.slice(0, 10) : ''),
    },
  ];
  return (
    <DataTable
      name={t(isOverdueOnly ? 'class.view-overdue' : 'class.view-pupils')}
      columns={columns}
      rows={pupils && rowsOf(pupils, isOverdueOnly)}
      rowKey={({ pupil, loan }) => `${pupil.patronId} ${loan?.loanId ?? ''}`}
      empty={t(isOverdueOnly ? 'class.nothing-overdue' : 'class.no-pupils')}
      file={`class-${classId}${isOverdueOnly ? '-overdue' : ''}`}
    />
  );
};
