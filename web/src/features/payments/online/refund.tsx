import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { leftOf, type OnlinePayment, useRefund } from './use-online.ts';

/** A dialog to refund an online payment, in whole or in part, with a reason. */
export const Refund = ({ payment, close }: { payment: OnlinePayment; close: () => void }) => {
  const t = useTranslate();
  const { money, minor } = useFormat();
  const { currency } = payment;
  const left = leftOf(payment);
  const [text, setText] = useState('');
  const refund = useRefund(payment);
  const amount = text === '' ? left : minor(text, currency);
  const isWrong = amount === undefined || amount <= 0 || amount > left;
  const isPosted = refund.data?.refunds.at(-1)?.state === 'posted';
  return (
    <Dialog title={t('online.refund-of', { amount: money(payment.amount, currency) })} close={close}>
      {refund.data ? (
        <p role="status" className="good">
          {t(isPosted ? 'online.refund-done' : 'online.refund-sent')}
        </p>
      ) : (
        <ReasonedForm
          act={t('online.refund')}
          meaning={t('online.refund-meaning')}
          isComplete={!isWrong}
          doing={refund}
          send={(reason) => refund.mutate({ amount: amount ?? left, reason })}
          away={close}
        >
          <TextInput
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            label={t('online.refund-amount', { currency })}
            placeholder={money(left, currency)}
            value={text}
            error={isWrong && t('online.refund-wrong', { amount: money(left, currency) })}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </ReasonedForm>
      )}
    </Dialog>
  );
};
