import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { type MessageKey, useTranslate } from '../../../i18n/translate.ts';
import { operationName } from '../shared/operation-name.ts';

type Operation = { operation: string; events: number; amount: string };

/** Use by operation: number of requests, and metered cost. */
export const OperationsTable = ({
  operations,
  currency,
  name,
}: {
  operations: readonly Operation[];
  currency: string;
  name: MessageKey;
}) => {
  const t = useTranslate();
  const { number, amount: shown } = useFormat();
  return (
    <ScrollTable name={t(name)}>
      <caption>{t(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('month.operation')}</th>
          <th scope="col" className="num">
            {t('month.count')}
          </th>
          <th scope="col" className="num">
            {t('month.amount', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {operations.map(({ operation, events, amount }) => (
          <tr key={operation}>
            <th scope="row">{operationName(operation)}</th>
            <td className="num">{number(events)}</td>
            <td className="num">{shown(amount, currency, 6)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
