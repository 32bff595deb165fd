import { Link } from '@tanstack/react-router';
import { Bars } from '../../../components/bars.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Month } from './month.ts';
import { serviceSums } from './sums.ts';

/** The month by service, as bars and as a table with its total; each service expands to its operations. */
export const ServiceTable = ({ data, chosen }: { data: Month; chosen: string | undefined }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, number } = useFormat();
  const rows = serviceSums(data.services);
  const { currency, month, member } = data;
  const shown = (value: number, digits = 6): string => amount(String(value), currency, digits);
  const columns: Column<(typeof rows)[number]>[] = [
    {
      ...{ key: 'service', head: t('month.service'), total: t('month.total') },
      cell: ({ service }) => (
        <Link
          to="/months/$month"
          params={{ month }}
          search={{ ...(member ? { member } : {}), service }}
          resetScroll={false}
        >
          {textOf('service', service)}
        </Link>
      ),
    },
    {
      ...{ key: 'count', head: t('month.count'), align: 'end', cell: ({ events }) => number(events) },
      total: number(rows.reduce((sum, row) => sum + row.events, 0)),
    },
    {
      ...{ key: 'amount', head: t('month.amount', { currency }), align: 'end', cell: (row) => shown(row.amount) },
      total: amount(data.total.exact, currency, 6),
    },
  ];
  return (
    <section aria-labelledby="services">
      <h2 id="services">{t('month.by-service')}</h2>
      <Bars
        name={t('month.bars')}
        bars={rows.map(({ service, amount: value }) => ({
          key: service,
          label: textOf('service', service),
          value,
          shown: shown(value, 2),
        }))}
      />
      <DataTable
        name={t('month.by-service')}
        columns={columns}
        rows={rows}
        rowKey={({ service }) => service}
        current={chosen}
        empty={null}
      />
    </section>
  );
};
