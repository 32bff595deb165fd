import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { memberOf } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { BillHistory } from './bill-history.tsx';
import { type Bill, type DeskMoney, type Done, type Open, useRefund, useWaiver } from './use-patron-view.ts';

type About = { open: Open; bill: Bill; desk: DeskMoney; done: (done: Done) => void };

/** Warns before submission that the amount needs a supervisor; a supervisor at the desk can continue. */
const AboveLimit = ({ amount, limit, currency }: { amount: number; limit: number; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  return amount > limit ? <p className="quiet">{t('desk.above-limit', { limit: money(limit, currency) })}</p> : null;
};

const Waive = ({ open, bill, desk, done }: About) => {
  const t = useTranslate();
  const { money, minor, typed } = useFormat();
  const { currency } = bill;
  const [text, setText] = useState(typed(bill.open, currency));
  const [reason, setReason] = useState('');
  const waiver = useWaiver(open, bill.billId, done);
  const amount = minor(text, currency);
  const isWrong = amount === undefined || amount < 1 || amount > bill.open;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWrong && reason.trim().length >= 3) waiver.mutate({ amount, reason: reason.trim() });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextInput
        size="sm"
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        label={t('desk.waive-amount', { currency })}
        value={text}
        error={isWrong && t('desk.pay-wrong', { least: money(1, currency), most: money(bill.open, currency) })}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <TextInput
        size="sm"
        autoComplete="off"
        maxLength={200}
        label={t('desk.waive-reason')}
        description={t('desk.waive-reason-kept')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <AboveLimit amount={amount ?? 0} limit={desk.waiveLimit} currency={currency} />
      <Button size="sm" variant="default" type="submit" disabled={reason.trim().length < 3} loading={waiver.isPending}>
        {t('desk.waive')}
      </Button>
      {waiver.error && <FailedNotice thrown={waiver.error} />}
    </form>
  );
};

const Refund = ({ open, bill, desk, done, means }: About & { means: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const refund = useRefund(open, bill, done);
  const amount = -bill.open;
  return (
    <div className="stack">
      <p>{t('desk.money-back', { amount: money(amount, bill.currency) })}</p>
      <AboveLimit amount={amount} limit={desk.refundLimit} currency={bill.currency} />
      <p className="row">
        <Button size="sm" loading={refund.isPending} onClick={() => refund.mutate({ means })}>
          {t('desk.pay-out', { means: textOf('means', means) })}
        </Button>
        <Button size="sm" variant="default" disabled={refund.isPending} onClick={() => refund.mutate({})}>
          {t('desk.set-off-do')}
        </Button>
      </p>
      {refund.error && <FailedNotice thrown={refund.error} />}
    </div>
  );
};

/** The other actions on a bill: credit is refunded or set off, and the desk's own member may waive it (C73, C74). */
export const BillMore = (about: About & { means: string }) => {
  const t = useTranslate();
  const { bill, open } = about;
  const isOurs = bill.memberId === memberOf(open.branchId);
  return (
    <>
      {bill.open < 0 && <Refund {...about} />}
      <details className="bill-more">
        <summary>{t('desk.bill-more')}</summary>
        <BillHistory bill={bill} memberId={memberOf(open.branchId)} />
        {bill.open > 0 && (isOurs ? <Waive {...about} /> : <p className="quiet">{t('desk.waive-elsewhere')}</p>)}
      </details>
    </>
  );
};
