import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Bill, lineRanges, type Reconciliation } from '../shared/reconciliation.ts';

/** The reason why a bill was refused, what to do, and every row that could not be read. */
const Refusal = ({ refusal }: { refusal: NonNullable<Bill['refusal']> }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const byReason = [...Map.groupBy(refusal.faults, ({ reason }) => reason)];
  return (
    <>
      <p>{textOf('bill-refusal', refusal.code, refusal.detail)}</p>
      {refusal.code === 'missing-columns' && <p className="quiet">{refusal.detail}</p>}
      <ul>
        {byReason.map(([reason, faults]) => (
          <li key={reason}>
            {t('reconcile.fault-lines', {
              count: faults.length,
              lines: lineRanges(faults.map(({ line }) => line)),
              reason: textOf('row-fault', reason),
            })}
          </li>
        ))}
      </ul>
    </>
  );
};

const State = ({ bill, counts }: { bill: Bill; counts: boolean }) => {
  const t = useTranslate();
  if (bill.state === 'awaited') return <Badge tone="none">{t('reconcile.state-awaited')}</Badge>;
  if (bill.state === 'refused')
    return (
      <Badge tone="bad" icon="warn">
        {t('reconcile.state-refused')}
      </Badge>
    );
  return (
    <Badge tone="good" icon="yes">
      {t('reconcile.state-taken')}
      {counts && ` – ${t('reconcile.counts')}`}
    </Badge>
  );
};

/** The bills uploaded for the month, latest first; the latest accepted one is used. */
export const Bills = ({ bills, reconciled }: Reconciliation) => {
  const t = useTranslate();
  const { time, number, amount } = useFormat();
  if (bills.length === 0) return null;
  return (
    <section aria-labelledby="bills">
      <h2 id="bills">{t('reconcile.bills')}</h2>
      <ScrollTable name={t('reconcile.bills')}>
        <thead>
          <tr>
            <th scope="col">{t('reconcile.bill-file')}</th>
            <th scope="col">{t('reconcile.bill-sent')}</th>
            <th scope="col">{t('reconcile.bill-state')}</th>
            <th scope="col" className="num">
              {t('reconcile.bill-lines')}
            </th>
            <th scope="col" className="num">
              {t('reconcile.bill-total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => (
            <tr key={bill.billId}>
              <th scope="row">
                {bill.fileName}
                <br />
                <small className="quiet" title={bill.sha256}>
                  SHA-256 {bill.sha256.slice(0, 12)}…
                </small>
              </th>
              <td>{time(bill.openedAt)}</td>
              <td>
                <State bill={bill} counts={bill.billId === reconciled?.bill.billId} />
                {bill.refusal && <Refusal refusal={bill.refusal} />}
              </td>
              <td className="num">{bill.lines !== undefined && number(bill.lines)}</td>
              <td className="num">{bill.total && amount(bill.total.exact, bill.currency ?? 'USD')}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};
