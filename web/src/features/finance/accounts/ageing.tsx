import { Bars } from '../../../components/bars.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Account } from './account.ts';

const ages = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;

/** Open invoices by age: bars, and a table with a row per invoice and a column per age; unapplied payments are shown separately. */
export const AgeingTable = ({ account: { ageing, open, currency }, to }: { account: Account; to: string }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const name = t('accounts.ageing', { date: date(to) });
  const columns: Column<Account['open'][number]>[] = [
    { key: 'of', head: t('accounts.age-of'), cell: ({ reference }) => reference, total: t('accounts.total') },
    ...ages.map((age) => ({
      ...{ key: age, head: t(`age.${age}`), align: 'end' as const, total: money(ageing[age], currency) },
      cell: (one: Account['open'][number]) => one.age === age && money(one.open, currency),
    })),
  ];
  return (
    <>
      <h3>{name}</h3>
      <Bars
        name={t('accounts.bars')}
        bars={ages.map((age) => ({
          ...{ key: age, label: t(`age.${age}`), value: ageing[age], shown: money(ageing[age], currency) },
        }))}
      />
      <DataTable
        name={`${name} (${currency})`}
        columns={columns}
        rows={open}
        rowKey={({ entryId }) => entryId}
        empty={null}
      />
      {ageing.inCredit > 0 && <p>{t('accounts.in-credit', { amount: money(ageing.inCredit, currency) })}</p>}
    </>
  );
};
