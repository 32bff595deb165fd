import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Till } from './use-till.ts';

type Counts = NonNullable<Till['closed']>['counts'];

/** What should be in a till, what was counted, and the difference: by means of payment. */
export const TillCounts = ({ name, counts }: { name: string; counts: Counts }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { money } = useFormat();
  return (
    <ScrollTable name={name}>
      <thead>
        <tr>
          <th scope="col">{say('till.means')}</th>
          <th scope="col" className="num">
            {say('till.expected')}
          </th>
          <th scope="col" className="num">
            {say('till.found')}
          </th>
          <th scope="col" className="num">
            {say('till.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ currency, means, expected, counted, difference }) => (
          <tr key={`${currency} ${means}`}>
            <th scope="row">{sayOf('means', means)}</th>
            <td className="num">{money(expected, currency)}</td>
            <td className="num">{money(counted, currency)}</td>
            <td className={difference === 0 ? 'num' : 'num bad'}>{money(difference, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
