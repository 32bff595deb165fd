import { Suspense, useState } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Bill, type Done, type Open, usePatronView } from './use-patron-view.ts';

const BillList = lazyComponent(() => import('./bill-list.tsx'), 'BillList');
const ChargeFee = lazyComponent(() => import('./charge-fee.tsx'), 'ChargeFee');
const MoneyPaper = lazyComponent(() => import('./money-paper.tsx'), 'MoneyPaper');

/**
 * The patron's bills by creditor: paid here for any member, one or several at once; waived, refunded or set off; and the last action with
 * its receipt (C74).
 */
export const PatronBills = ({ open }: { open: Open }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { data } = usePatronView(open);
  // A bill paid in full leaves the list, but its receipt stays readable.
  const [last, setLast] = useState<{ done: Done; bills: readonly Bill[] }>();
  if (!data) return null;
  const { bills, desk } = data;
  const done = (what: Done): void => setLast({ done: what, bills });
  return (
    <>
      {(bills.length > 0 || last) && (
        <section className="patron-part" aria-label={t('desk.bills')}>
          <h3>{t('desk.bills')}</h3>
          <Suspense>
            <BillList {...{ open, bills, desk, done }} />
          </Suspense>
          {last && (
            <>
              <p className="good" role="status">
                {t(`money-did.${last.done.did}`, {
                  amount: money(last.done.amount, last.done.currency),
                  receipt: last.done.receiptNumber,
                })}
              </p>
              <Suspense>
                <MoneyPaper
                  key={last.done.receiptNumber}
                  {...last}
                  branchId={open.branchId}
                  close={() => setLast(undefined)}
                />
              </Suspense>
            </>
          )}
        </section>
      )}
      <Suspense>
        <ChargeFee open={open} desk={desk} />
      </Suspense>
    </>
  );
};
