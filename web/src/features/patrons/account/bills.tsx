import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Empty } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { AccountPart } from './part.tsx';

/** What is owed, bill by bill, to which library and for what. */
export const Bills = () => {
  const say = useSay();
  const sayOf = useSayOf();
  const { date, money } = useFormat();
  const { memberName } = useDirectory();
  const query = useQuery({ queryKey: ['bills'], queryFn: () => take(api.GET('/v1/circulation/my/bills')) });
  const { bills = [], owed = [] } = query.data ?? {};
  /** Amounts without their sign: the words say who owes. */
  const sums = (amounts: typeof owed): string =>
    amounts.map((one) => money(Math.abs(one.amount), one.currency)).join(' + ');
  const [debts, back] = [sums(owed.filter(({ amount }) => amount > 0)), sums(owed.filter(({ amount }) => amount < 0))];
  return (
    <AccountPart id="bills" title={say('account.bills')} query={query}>
      {bills.length === 0 && <Empty title={say('bill.none')} />}
      {bills.length > 0 && (
        <>
          {debts && <p>{say('bill.owed', { amount: debts })}</p>}
          {back && <p>{say('bill.back', { amount: back })}</p>}
          {!debts && !back && <p>{say('bill.even')}</p>}
          <ul className="rows">
            {bills.map(({ billId, kind, title, memberId, at, open, currency }) => (
              <li key={billId} className="row-card">
                <div className="row-body">
                  <h3 className="row-title">{title ?? sayOf('bill-kind', kind)}</h3>
                  <p className="quiet">
                    {sayOf('bill-kind', kind)} · {memberName(memberId)} · {date(at)}
                  </p>
                </div>
                <span className="amount">
                  {open < 0 ? say('bill.back-one', { amount: money(-open, currency) }) : money(open, currency)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </AccountPart>
  );
};
