import { useState } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { PaperSheets, Sheet } from './paper-sheet.tsx';
import type { Bill, Done } from './use-patron-view.ts';

type Paper = {
  done: Done;
  bills: readonly Bill[];
  branchId: string;
  /** The time of the act when its receipt is printed again. */
  at?: string;
  close: () => void;
};

/** The receipt of a payment or refund: its number, each bill, the means of payment and the remaining debt. It names no patron. */
export const MoneyPaper = ({ done, bills, branchId, at: printedAt, close }: Paper) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  // The time of the action, not of a later render.
  const [now] = useState(() => new Date().toISOString());
  const { did, receiptNumber, amount, currency, owed, means, lines } = done;
  const nameOf = (billId: string): string => {
    const bill = bills.find((one) => one.billId === billId);
    return bill ? [bill.title, textOf('bill-kind', bill.kind)].filter(Boolean).join(' · ') : '';
  };
  return (
    <PaperSheets name={t('paper.receipt')} close={close}>
      <Sheet branchId={branchId} at={printedAt ?? now}>
        <p className="paper-title">{t(`paper.${did}`)}</p>
        <p>{t('paper.number', { receipt: receiptNumber })}</p>
        <ul>
          {lines.map((line) => (
            <li key={line.billId}>
              <span className="bill-line">
                <span>{nameOf(line.billId)}</span>
                <span>{money(line.amount, currency)}</span>
              </span>
              {line.open > 0 && t('paper.still-open', { amount: money(line.open, currency) })}
            </li>
          ))}
        </ul>
        <p>
          <strong>{t('paper.total', { amount: money(amount, currency) })}</strong>
          {means && ` · ${textOf('means', means)}`}
        </p>
        {owed === undefined ? <p>{t('paper.copy')}</p> : <p>{t('paper.owed', { amount: money(owed, currency) })}</p>}
      </Sheet>
    </PaperSheets>
  );
};
