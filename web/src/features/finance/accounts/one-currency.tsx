import type { ReactNode } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Account, Line } from './account.ts';
import { AccountLines } from './account-lines.tsx';
import { AgeingTable } from './ageing.tsx';

type Shown = { account: Account; from: string; to: string; act: (line: Line) => ReactNode };

/** A member's account in one currency: the balance, every line, and the ageing. */
export const OneCurrency = (shown: Shown) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { account, to } = shown;
  const { currency, closing } = account;
  return (
    <section aria-labelledby={`account-${currency}`}>
      <h2 id={`account-${currency}`}>{t('accounts.in', { currency })}</h2>
      <dl className="figures">
        <div className="figure figure-main">
          <dt>{t('accounts.closing')}</dt>
          <dd>{money(closing, currency)}</dd>
          <dd className="quiet">{t(closing < 0 ? 'accounts.in-favour' : 'accounts.owed')}</dd>
        </div>
        {(
          [
            ['opening', account.opening],
            ['dues', account.dues],
            ['charges', account.charges],
            ['credit-notes', account.creditNotes],
            ['payments', account.payments],
            ['prepayments', account.prepayments],
            ['reversals', account.reversals],
            ['payouts', account.payouts],
          ] as const
        ).map(([name, amount]) => (
          <div key={name} className="figure">
            <dt>{t(`accounts.${name}`)}</dt>
            <dd>{money(amount, currency)}</dd>
          </div>
        ))}
      </dl>
      <AccountLines {...shown} />
      <AgeingTable account={account} to={to} />
    </section>
  );
};
