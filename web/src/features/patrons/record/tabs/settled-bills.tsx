import { useState } from 'react';
import { memberOf, useDirectory } from '../../../../api/directory.ts';
import { Empty, FailedNotice, Waiting } from '../../../../components/states.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { BillHistory } from '../../../circulation/desk/bill-history.tsx';
import { MoneyPaper } from '../../../circulation/desk/money-paper.tsx';
import { type Bill, type Open, useAllBills } from '../../../circulation/desk/use-patron-view.ts';
import { type Receipt, receiptsOf } from './receipts-of.ts';

const SettledBill = ({ bill, memberId }: { bill: Bill; memberId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const { memberName } = useDirectory();
  const kind = textOf('bill-kind', bill.kind);
  return (
    <li>
      <div className="bill-line">
        <span>{bill.title ?? kind}</span>
        <span>{money(bill.amount, bill.currency)}</span>
      </div>
      <p className="quiet">
        {kind} · {memberName(bill.memberId)} · {date(bill.at)}
      </p>
      <details className="bill-more">
        <summary>{t('settled-bills.history')}</summary>
        <BillHistory {...{ bill, memberId }} />
      </details>
    </li>
  );
};

const ReceiptRow = ({ receipt, again }: { receipt: Receipt; again: () => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const { at, did, amount, currency, means, receiptNumber } = receipt;
  return (
    <li>
      <div className="bill-line">
        <span>
          {date(at)} · {t(`paper.${did}`)}
          {means !== undefined && ` · ${textOf('means', means)}`}
        </span>
        <span>{money(amount, currency)}</span>
      </div>
      <p className="quiet">
        {t('paper.number', { receipt: receiptNumber })}{' '}
        <button
          type="button"
          className="text-button"
          aria-label={t('settled-bills.again-one', { receipt: receiptNumber })}
          onClick={again}
        >
          {t('settled-bills.again')}
        </button>
      </p>
    </li>
  );
};

/** The settled bills of a patron with their histories, and the payments on all bills with their receipts, to be printed again. */
export const SettledBills = ({ open }: { open: Open }) => {
  const t = useTranslate();
  const { data: bills, error, refetch } = useAllBills(open);
  const [printed, setPrinted] = useState<Receipt>();
  if (!bills)
    return error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={2} height={44} />;
  const settled = bills.filter((bill) => bill.open === 0).toReversed();
  const receipts = receiptsOf(bills);
  return (
    <>
      <section className="patron-part" aria-label={t('settled-bills.title')}>
        <h3>{t('settled-bills.title')}</h3>
        {settled.length === 0 && <Empty title={t('settled-bills.none')} />}
        <ul>
          {settled.map((bill) => (
            <SettledBill key={bill.billId} bill={bill} memberId={memberOf(open.branchId)} />
          ))}
        </ul>
      </section>
      {receipts.length > 0 && (
        <section className="patron-part" aria-label={t('settled-bills.receipts')}>
          <h3>{t('settled-bills.receipts')}</h3>
          <ul>
            {receipts.map((receipt) => (
              <ReceiptRow key={receipt.receiptNumber} receipt={receipt} again={() => setPrinted(receipt)} />
            ))}
          </ul>
          {printed && (
            <MoneyPaper
              key={printed.receiptNumber}
              {...{ done: printed, at: printed.at, bills, branchId: open.branchId }}
              close={() => setPrinted(undefined)}
            />
          )}
        </section>
      )}
    </>
  );
};
