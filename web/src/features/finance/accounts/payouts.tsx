import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { today } from '../../../components/days.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Reasoned } from '../shared/reasoned.tsx';
import { type Account, type Payout, useAskPayout, useDecidePayout } from './account.ts';
import { BankReference, ValueDate } from './bank-fields.tsx';

/** Requests the payout of a member's credit; another person approves it. */
export const AskPayout = ({ memberId, member, account }: { memberId: string; member: string; account: Account }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const [reference, setReference] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const ask = useAskPayout(memberId);
  const { currency } = account;
  const amount = account.ageing.inCredit;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsWrong(reference.trim() === '');
    setIsAsked(reference.trim() !== '');
  };
  return (
    <>
      <form className="payment" aria-label={t('accounts.payout')} onSubmit={submit} noValidate>
        <BankReference label={t('accounts.payout-reference')} value={reference} set={setReference} isWrong={isWrong} />
        <Button type="submit" size="sm" variant="default">
          {t('accounts.payout')}
        </Button>
      </form>
      {isAsked && (
        <Question
          yes={t('accounts.payout-yes')}
          isPending={ask.isPending}
          go={() =>
            ask.mutate({ amount, currency, reference: reference.trim() }, { onSettled: () => setIsAsked(false) })
          }
          away={() => setIsAsked(false)}
        >
          <p>{t('accounts.payout-sure', { amount: money(amount, currency), member })}</p>
        </Question>
      )}
      <p role="status">{ask.isSuccess && t('accounts.payout-asked')}</p>
      {ask.error && <FailedNotice thrown={ask.error} />}
    </>
  );
};

const Decide = ({ payout, member }: { payout: Payout; member: string }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const decide = useDecidePayout(payout.memberId, payout.payoutId);
  const [valueOn, setValueOn] = useState(today);
  const [isAsked, setIsAsked] = useState(false);
  const amount = money(payout.amount, payout.currency);
  return (
    <div>
      <form
        className="payment"
        aria-label={`${t('accounts.payout-pay')}: ${amount}`}
        onSubmit={(event) => {
          event.preventDefault();
          setIsAsked(valueOn !== '');
        }}
      >
        <ValueDate value={valueOn} set={setValueOn} />
        <Button type="submit" size="sm">
          {t('accounts.payout-pay')}
        </Button>
      </form>
      {isAsked && (
        <Question
          yes={t('accounts.payout-pay-yes')}
          isPending={decide.isPending}
          go={() => decide.mutate({ decision: 'pay', valueOn }, { onSettled: () => setIsAsked(false) })}
          away={() => setIsAsked(false)}
        >
          <p>{t('accounts.payout-pay-sure', { amount, member, date: date(valueOn) })}</p>
        </Question>
      )}
      <Reasoned
        {...{ name: `${t('accounts.payout-decline')}: ${amount}`, label: t('accounts.payout-decline') }}
        why={t('credit.reason')}
        isPending={decide.isPending}
        go={(reason) => decide.mutate({ decision: 'decline', reason })}
      />
      {decide.error && <FailedNotice thrown={decide.error} />}
    </div>
  );
};

/** A member's payout requests with their decisions; approvers decide here. */
export const Payouts = ({ payouts, member }: { payouts: readonly Payout[]; member: string }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const who = useWho();
  if (payouts.length === 0) return null;
  return (
    <section aria-labelledby="payouts">
      <h2 id="payouts">{t('accounts.payouts-title')}</h2>
      <ul>
        {payouts.map((payout) => (
          <li key={payout.payoutId}>
            {money(payout.amount, payout.currency)} ({payout.reference}), {date(payout.asked.at)}:{' '}
            {t(`payout.${payout.state}`)}
            {payout.reason !== undefined && <span className="quiet"> – {payout.reason}</span>}
            {payout.state === 'asked' && hasRole(who, 'finance-approver') && <Decide payout={payout} member={member} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
