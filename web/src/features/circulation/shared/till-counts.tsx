import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Till } from './use-till.ts';

type Counts = NonNullable<Till['closed']>['counts'];

/** The expected and counted amounts of a till and their difference, by means of payment. */
export const TillCounts = ({ name, counts }: { name: string; counts: Counts }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  return (
    <ScrollTable name={name}>
      <thead>
        <tr>
          <th scope="col">{t('till.means')}</th>
          <th scope="col" className="num">
            {t('till.expected')}
          </th>
          <th scope="col" className="num">
            {t('till.found')}
          </th>
          <th scope="col" className="num">
            {t('till.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ currency, means, expected, counted, difference }) => (
          <tr key={`${currency} ${means}`}>
            <th scope="row">{textOf('means', means)}</th>
            <td className="num">{money(expected, currency)}</td>
            <td className="num">{money(counted, currency)}</td>
            <td className={difference === 0 ? 'num' : 'num bad'}>{money(difference, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
