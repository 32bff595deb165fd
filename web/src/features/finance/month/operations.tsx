import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import type { operations } from '../../../api/schema.generated.d.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { operationName } from '../shared/operation-name.ts';
import type { Month } from './month.ts';

type Query = NonNullable<operations['finance-list-operations']['parameters']['query']>;
type Service = NonNullable<Query['service']>;
const services: readonly Service[] = [
  'circulation',
  'search',
  'catalogue',
  'resource-sharing',
  'administration',
  'platform',
];

const useOperations = (month: string, member: string | undefined, service: string) => {
  const known = services.find((one) => one === service);
  return useQuery({
    queryKey: ['operations', month, member, service],
    queryFn: () => {
      const query: Query = { ...(member ? { member } : {}), ...(known ? { service: known } : {}) };
      return take(api.GET('/v1/finance/months/{month}/operations', { params: { path: { month }, query } }));
    },
  });
};

/** The last day so far of a month, as `2026-11-24`: the default day for the requests of an operation. */
const lastDay = (month: string): string => {
  const today = new Date().toISOString().slice(0, 10);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const end = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return today < end && today.startsWith(month) ? today : end;
};

type Line = Answered<'finance-list-operations'>['operations'][number];
type Asked = { month: Month; member: string | undefined; service: string };

/** The operations of an expanded service; each links to its requests, unless they are synthetic. */
export const Operations = ({ month: { month, synthetic }, member, service }: Asked) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, number } = useFormat();
  const { memberName } = useDirectory();
  const { data, error, refetch } = useOperations(month, member, service);
  const byMember = (line: Line): string => memberName(line.member);
  const byCategory = (line: Line): string => textOf('category', line.category);
  const currency = data?.currency ?? 'USD';
  const columns: Column<Line>[] = [
    {
      ...{ key: 'operation', head: t('month.operation'), sort: (line: Line) => operationName(line.operation) },
      cell: (line) =>
        line.category === 'idle' || synthetic ? (
          operationName(line.operation)
        ) : (
          <Link
            to="/days/$day"
            params={{ day: lastDay(month) }}
            search={{ member: line.pool === 'own' ? line.member : line.pool, operation: line.operation }}
          >
            {operationName(line.operation)}
          </Link>
        ),
    },
    { key: 'member', head: t('month.member'), sort: byMember, cell: byMember },
    { key: 'category', head: t('month.category'), sort: byCategory, cell: byCategory },
    {
      ...{ key: 'count', head: t('month.count'), align: 'end' },
      ...{ sort: ({ events }: Line) => events, cell: ({ events }: Line) => number(events) },
    },
    {
      ...{ key: 'amount', head: t('month.amount', { currency }), align: 'end' },
      ...{ sort: (line: Line) => Number(line.amount.exact), text: (line: Line) => line.amount.exact },
      cell: (line) => amount(line.amount.exact, currency, 6),
    },
  ];
  const title = t('month.operations', { service: textOf('service', service) });
  return (
    <section aria-labelledby="operations" className="drill">
      <h2 id="operations">{title}</h2>
      {synthetic && <p className="quiet">{t('requests.synthetic')}</p>}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={1} height={120} />}
      {data && (
        <DataTable
          name={title}
          columns={columns}
          rows={data.operations}
          rowKey={(line) => `${line.category}${line.pool}${line.member}${line.operation}`}
          empty={t('month.no-operations')}
          file={`operations-${month}-${service}`}
        />
      )}
    </section>
  );
};
