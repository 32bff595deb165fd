import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useAdjust } from '../shared/adjust.ts';

const CODE = /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/;

/** Gives a member a credit in a month whose statements are not yet written: purpose, amount and reason. */
export const Credit = ({ month, currency: usual }: { month: string; currency: string }) => {
  const t = useTranslate();
  const { minor, month: monthName } = useFormat();
  const { members } = useDirectory();
  const [member, setMember] = useState('');
  const [code, setCode] = useState('');
  const [currency, setCurrency] = useState(usual);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const adjust = useAdjust();
  const memberId = member || (members[0]?.memberId ?? '');
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  const amount = isCurrency ? (minor(text, currency) ?? 0) : 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isFit = amount > 0 && CODE.test(code) && reason.trim() !== '' && memberId !== '';
    setIsWrong(!isFit);
    if (!isFit) return;
    adjust.mutate({ kind: 'credit', month, memberId, code, amount: -amount, currency, reason: reason.trim() });
  };
  return (
    <form
      className="period-form"
      aria-label={t('periods.step-of', { step: t('credit.title'), month: monthName(month) })}
      onSubmit={submit}
      noValidate
    >
      <h3>{t('credit.title')}</h3>
      <p className="quiet">{t('credit.meaning')}</p>
      <NativeSelect
        size="sm"
        label={t('month.member')}
        value={memberId}
        data={members.map((one) => ({ value: one.memberId, label: one.name }))}
        onChange={({ currentTarget }) => setMember(currentTarget.value)}
      />
      <TextInput
        size="sm"
        label={t('credit.code')}
        maxLength={40}
        value={code}
        error={isWrong && !CODE.test(code) && t('credit.bad-code')}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <TextInput
        size="sm"
        label={t('credit.currency')}
        maxLength={3}
        value={currency}
        error={isWrong && !isCurrency && t('credit.bad-currency')}
        onChange={({ currentTarget }) => setCurrency(currentTarget.value.toUpperCase())}
      />
      <TextInput
        size="sm"
        inputMode="decimal"
        label={t('credit.amount')}
        maxLength={14}
        value={text}
        error={isWrong && amount <= 0 && t('credit.bad-amount')}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <TextInput
        size="sm"
        label={t('credit.reason')}
        maxLength={500}
        value={reason}
        error={isWrong && reason.trim() === '' && t('credit.bad-reason')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button size="sm" type="submit" loading={adjust.isPending}>
        {t('credit.give')}
      </Button>
      <p role="status">{adjust.isSuccess && t('credit.given')}</p>
      {adjust.error && <FailedNotice thrown={adjust.error} />}
    </form>
  );
};
