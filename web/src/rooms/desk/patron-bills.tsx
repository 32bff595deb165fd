import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../parts/directory.ts';
import { FailedNotice } from '../../parts/states.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { type Bill, type Open, usePatronView, usePayment } from './use-patron-view.ts';

type Payment = ReturnType<typeof usePayment>;
type Paid = NonNullable<Payment['data']>;

/** How much is paid: all that is open, unless another amount is typed. */
const PayForm = ({ bill, what, payment }: { bill: Bill; what: string; payment: Payment }) => {
  const say = useSay();
  const { money, minor, typed } = useFormat();
  const [text, setText] = useState<string>();
  const { open, currency } = bill;
  const amount = minor(text ?? typed(open, currency), currency);
  const isWrong = amount === undefined || amount < 1 || amount > open;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWrong) payment.mutate(amount, { onSuccess: () => setText(undefined) });
  };
  return (
    <form className="row" onSubmit={submit} noValidate>
      <TextInput
        size="sm"
        className="pay-amount"
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        aria-label={say('desk.pay-amount', { what, currency })}
        value={text ?? typed(open, currency)}
        error={isWrong && say('desk.pay-wrong', { least: money(1, currency), most: money(open, currency) })}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button size="sm" variant="default" type="submit" loading={payment.isPending}>
        {say('desk.pay')}
      </Button>
    </form>
  );
};

const BillRow = ({ open, bill, paid }: { open: Open; bill: Bill; paid: (receipt: Paid) => void }) => {
  const sayOf = useSayOf();
  const { date, money } = useFormat();
  const { memberName } = useDirectory();
  // Told to the list: a bill that is paid in full leaves it, and its receipt must still be read.
  const payment = usePayment(open, bill.billId, paid);
  const { kind, title, memberId, at, currency } = bill;
  const what = title ?? sayOf('bill-kind', kind);
  return (
    <li>
      <p className="bill-line">
        <span>{what}</span>
        <span>{money(bill.open, currency)}</span>
      </p>
      <p className="quiet">
        {sayOf('bill-kind', kind)} · {memberName(memberId)} · {date(at)}
      </p>
      {bill.open > 0 && <PayForm bill={bill} what={what} payment={payment} />}
      {payment.error && <FailedNotice thrown={payment.error} />}
    </li>
  );
};

/** What the patron owes whom, bill by bill; each can be paid here, in whole or in part, whichever member it is owed to (C74). */
export const PatronBills = ({ open }: { open: Open }) => {
  const say = useSay();
  const { money } = useFormat();
  const { data } = usePatronView(open);
  const [last, setLast] = useState<Paid>();
  const bills = data?.bills ?? [];
  if (bills.length === 0 && !last) return null;
  return (
    <section className="patron-part" aria-label={say('desk.bills')}>
      <h3>{say('desk.bills')}</h3>
      <ul>
        {bills.map((bill) => (
          <BillRow key={bill.billId} open={open} bill={bill} paid={setLast} />
        ))}
      </ul>
      {last && (
        <p className="good" role="status">
          {say('desk.paid', { amount: money(last.paid, last.bill.currency), receipt: last.receiptNumber })}
        </p>
      )}
    </section>
  );
};
