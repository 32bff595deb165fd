import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { today } from '../../../components/days.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Line, type Reversal, useReverse } from './account.ts';
import { BankReference, ValueDate } from './bank-fields.tsx';

const reasons = ['bounced', 'mistyped'] as const;

type Form = { line: Line; isPending: boolean; go: (reversal: Reversal) => void; away: () => void };

/** Asks for the reason and, when the bank returned the payment, its reference and day. */
const ReversalForm = ({ line, isPending, go, away }: Form) => {
  const t = useTranslate();
  const { money } = useFormat();
  const [why, setWhy] = useState<(typeof reasons)[number]>('bounced');
  const [reference, setReference] = useState('');
  const [valueOn, setValueOn] = useState(today);
  const [isAsked, setIsAsked] = useState(false);
  const [isWrong, setIsWrong] = useState(false);
  const isFit = why === 'mistyped' || (reference.trim() !== '' && valueOn !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsWrong(!isFit);
    setIsAsked(isFit);
  };
  const amount = money(-line.amount, line.currency);
  const name = t('accounts.reverse-of', { amount, reference: line.reference });
  if (isAsked)
    return (
      <Question
        yes={t('accounts.reverse-yes')}
        isPending={isPending}
        go={() => go(why === 'mistyped' ? { why } : { why, reference: reference.trim(), valueOn })}
        away={away}
      >
        <p>{t('accounts.reverse-sure', { amount })}</p>
      </Question>
    );
  return (
    <form className="payment" aria-label={name} onSubmit={submit} noValidate>
      <NativeSelect
        size="sm"
        label={t('accounts.reverse-why')}
        value={why}
        data={reasons.map((value) => ({ value, label: t(`account-line.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setWhy(value === 'mistyped' ? 'mistyped' : 'bounced')}
      />
      {why === 'bounced' && (
        <>
          <BankReference
            label={t('accounts.reverse-reference')}
            value={reference}
            set={setReference}
            isWrong={isWrong}
          />
          <ValueDate value={valueOn} set={setValueOn} isWrong={isWrong} />
        </>
      )}
      <Button type="submit" size="sm">
        {t('accounts.reverse')}
      </Button>
      <Button size="sm" variant="default" onClick={away}>
        {t('do.not-now')}
      </Button>
    </form>
  );
};

/** Reverses a payment that was returned or mistyped, after confirmation, because a booking is permanent. */
export const ReversePayment = ({ memberId, line }: { memberId: string; line: Line }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const reverse = useReverse(memberId, line.entryId);
  const amount = money(-line.amount, line.currency);
  return (
    <>
      {isOpen ? (
        <ReversalForm
          line={line}
          isPending={reverse.isPending}
          go={(body) => reverse.mutate(body, { onSettled: () => setIsOpen(false) })}
          away={() => setIsOpen(false)}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('accounts.reverse-of', { amount, reference: line.reference })}
          onClick={() => setIsOpen(true)}
        >
          {t('accounts.reverse')}
        </Button>
      )}
      {reverse.error && <FailedNotice thrown={reverse.error} />}
    </>
  );
};
