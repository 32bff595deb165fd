import { useFormat } from '../../../i18n/format.ts';
import { useTextOf } from '../../../i18n/translate.ts';
import type { Bill } from './use-patron-view.ts';

/** The history of a bill, oldest first. */
export const BillHistory = ({ bill }: { bill: Bill }) => {
  const textOf = useTextOf();
  const { date, money } = useFormat();
  return (
    <ol className="quiet bill-history">
      {bill.lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bill's lines only grow, and two may be of one instant.
        <li key={place}>
          {date(line.at)} · {textOf('bill-did', line.did)} · {money(line.amount, bill.currency)}
        </li>
      ))}
    </ol>
  );
};
