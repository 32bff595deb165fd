import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, type WordKey } from '../../../i18n/translate.ts';

type Operation = { operation: string; events: number; amount: string };

/** Use by operation: how often, and what it cost as it was metered. */
export const OperationsTable = ({
  operations,
  currency,
  name,
}: {
  operations: readonly Operation[];
  currency: string;
  name: WordKey;
}) => {
  const say = useSay();
  const { number, amount: shown } = useFormat();
  return (
    <ScrollTable name={say(name)}>
      <caption>{say(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{say('month.operation')}</th>
          <th scope="col" className="num">
            {say('month.count')}
          </th>
          <th scope="col" className="num">
            {say('month.amount', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {operations.map(({ operation, events, amount }) => (
          <tr key={operation}>
            <th scope="row">{operation}</th>
            <td className="num">{number(events)}</td>
            <td className="num">{shown(amount, currency, 6)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
