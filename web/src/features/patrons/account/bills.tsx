import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Empty } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { PayOnline } from '../../payments/pay/pay-online.tsx';
import { AccountPart } from './part.tsx';

/** The patron's bills: amount, library and reason; before them what overdue loans have accrued, which no bill has yet. */
export const Bills = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const { memberName } = useDirectory();
  const query = useQuery({ queryKey: ['bills'], queryFn: () => take(api.GET('/v1/circulation/my/bills')) });
  const { bills = [], owed = [], accrued = [] } = query.data ?? {};
  /** Amounts without a sign, because the text says who owes. */
  const sums = (amounts: typeof owed): string =>
    amounts.map((one) => money(Math.abs(one.amount), one.currency)).join(' + ');
  const [debts, back] = [sums(owed.filter(({ amount }) => amount > 0)), sums(owed.filter(({ amount }) => amount < 0))];
  return (
    <AccountPart id="bills" title={t('account.bills')} query={query}>
      {bills.length === 0 && accrued.length === 0 && <Empty title={t('bill.none')} />}
      {accrued.length > 0 && <p>{t('bill.accrued', { amount: sums(accrued) })}</p>}
      {bills.length > 0 && (
        <>
          {debts && <p>{t('bill.owed', { amount: debts })}</p>}
          {back && <p>{t('bill.back', { amount: back })}</p>}
          {!debts && !back && <p>{t('bill.even')}</p>}
          <ul className="rows">
            {bills.map(({ billId, kind, title, memberId, at, open, currency }) => (
              <li key={billId} className="row-card">
                <div className="row-body">
                  <h3 className="row-title">{title ?? textOf('bill-kind', kind)}</h3>
                  <p className="quiet">
                    {textOf('bill-kind', kind)} · {memberName(memberId)} · {date(at)}
                  </p>
                </div>
                <span className="amount">
                  {open < 0 ? t('bill.back-one', { amount: money(-open, currency) }) : money(open, currency)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <PayOnline />
    </AccountPart>
  );
};
