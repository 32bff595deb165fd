import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import type { operations } from '../../../api/schema.generated.d.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
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

type Asked = { month: Month; member: string | undefined; service: string };

/** The operations of an expanded service; each links to its requests, unless they are synthetic. */
export const Operations = ({ month: { month, synthetic }, member, service }: Asked) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, number } = useFormat();
  const { memberName } = useDirectory();
  const { data, error, refetch } = useOperations(month, member, service);
  const title = t('month.operations', { service: textOf('service', service) });
  return (
    <section aria-labelledby="operations" className="drill">
      <h2 id="operations">{title}</h2>
      {synthetic && <p className="quiet">{t('requests.synthetic')}</p>}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={1} height={120} />}
      {data && (
        <ScrollTable name={title}>
          <thead>
            <tr>
              <th scope="col">{t('month.operation')}</th>
              <th scope="col">{t('month.member')}</th>
              <th scope="col">{t('month.category')}</th>
              <th scope="col" className="num">
                {t('month.count')}
              </th>
              <th scope="col" className="num">
                {t('month.amount', { currency: data.currency })}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.operations.map((line) => (
              <tr key={`${line.category}${line.pool}${line.member}${line.operation}`}>
                <th scope="row">
                  {line.category === 'idle' || synthetic ? (
                    operationName(line.operation)
                  ) : (
                    <Link
                      to="/days/$day"
                      params={{ day: lastDay(month) }}
                      search={{ member: line.pool === 'own' ? line.member : line.pool, operation: line.operation }}
                    >
                      {operationName(line.operation)}
                    </Link>
                  )}
                </th>
                <td>{memberName(line.member)}</td>
                <td>{textOf('category', line.category)}</td>
                <td className="num">{number(line.events)}</td>
                <td className="num">{amount(line.amount.exact, data.currency, 6)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
};
