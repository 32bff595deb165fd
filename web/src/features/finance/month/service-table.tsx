import { Link } from '@tanstack/react-router';
import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
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
      <ScrollTable name={t('month.by-service')}>
        <thead>
          <tr>
            <th scope="col">{t('month.service')}</th>
            <th scope="col" className="num">
              {t('month.count')}
            </th>
            <th scope="col" className="num">
              {t('month.amount', { currency })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ service, events, amount: value }) => (
            <tr key={service} aria-current={service === chosen ? 'true' : undefined}>
              <th scope="row">
                <Link
                  to="/months/$month"
                  params={{ month }}
                  search={{ ...(member ? { member } : {}), service }}
                  resetScroll={false}
                >
                  {textOf('service', service)}
                </Link>
              </th>
              <td className="num">{number(events)}</td>
              <td className="num">{shown(value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('month.total')}</th>
            <td className="num">{number(rows.reduce((sum, row) => sum + row.events, 0))}</td>
            <td className="num">{amount(data.total.exact, currency, 6)}</td>
          </tr>
        </tfoot>
      </ScrollTable>
    </section>
  );
};
