import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, take } from '../../api/client.ts';
import { useKey } from '../../api/use-key.ts';
import { Question } from '../../parts/question.tsx';
import { FailedNotice } from '../../parts/states.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';

type Payment = { amount: number; currency: string; reference: string };

const usePay = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Payment) =>
      take(
        api.POST('/v1/finance/accounts/{memberId}/payments', {
          params: { path: { memberId } },
          body,
          ...keyed(key.keyFor(body)),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account-with-consortium', memberId] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

type Asked = { memberId: string; member: string; currency: string };

/** Records that a member has paid by bank; asks before, as what is booked stays booked. `currency` is the usual one. */
export const RecordPayment = ({ memberId, member, currency: usual }: Asked) => {
  const say = useSay();
  const { minor, money } = useFormat();
  const [text, setText] = useState('');
  const [currency, setCurrency] = useState(usual);
  const [reference, setReference] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [asked, setAsked] = useState<Payment>();
  const pay = usePay(memberId);
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const amount = isCurrency ? (minor(text, currency) ?? 0) : 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isFit = amount > 0 && reference.trim() !== '';
    setIsWrong(!isFit);
    setAsked(isFit ? { amount, currency, reference: reference.trim() } : undefined);
  };
  const record = (payment: Payment): void =>
    pay.mutate(payment, {
      onSuccess: () => {
        setText('');
        setReference('');
      },
      onSettled: () => setAsked(undefined),
    });
  return (
    <section aria-labelledby="pay">
      <h2 id="pay">{say('accounts.pay')}</h2>
      <form className="payment" aria-labelledby="pay" onSubmit={submit} noValidate>
        <TextInput
          size="sm"
          inputMode="decimal"
          label={say('credit.amount')}
          maxLength={14}
          value={text}
          error={isWrong && amount <= 0 && say('credit.bad-amount')}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <TextInput
          size="sm"
          label={say('credit.currency')}
          maxLength={3}
          value={currency}
          error={isWrong && !isCurrency && say('credit.bad-currency')}
          onChange={({ currentTarget: { value } }) => setCurrency(value.toUpperCase())}
        />
        <TextInput
          size="sm"
          label={say('accounts.pay-reference')}
          maxLength={100}
          value={reference}
          error={isWrong && reference.trim() === '' && say('accounts.bad-reference')}
          onChange={({ currentTarget: { value } }) => setReference(value)}
        />
        <Button type="submit" size="sm">
          {say('accounts.pay')}
        </Button>
      </form>
      {asked && (
        <Question
          yes={say('accounts.pay-yes')}
          isPending={pay.isPending}
          go={() => record(asked)}
          away={() => setAsked(undefined)}
        >
          <p>
            {say('accounts.pay-sure', {
              ...{ member, amount: money(asked.amount, asked.currency), reference: asked.reference },
            })}
          </p>
        </Question>
      )}
      <p role="status">{pay.isSuccess && say('accounts.paid')}</p>
      {pay.error && <FailedNotice thrown={pay.error} />}
    </section>
  );
};
