import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
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
          <th scope="col">{say('till.expected')}</th>
          <th scope="col">{say('till.found')}</th>
          <th scope="col">{say('till.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ currency, means, expected, counted, difference }) => (
          <tr key={`${currency} ${means}`}>
            <th scope="row">{sayOf('means', means)}</th>
            <td>{money(expected, currency)}</td>
            <td>{money(counted, currency)}</td>
            <td className={difference === 0 ? '' : 'bad'}>{money(difference, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
