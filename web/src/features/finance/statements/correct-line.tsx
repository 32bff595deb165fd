import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { currentMonth } from '../../../components/months.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useAdjust } from '../shared/adjust.ts';
import type { Line, Place } from './statement.ts';

/** The current month (UTC), which receives corrections of closed months because its statements are not yet written. */

/** Corrects a closed line by a new line in an open month: amount, direction and reason. */
export const CorrectLine = ({ place, line, currency }: { place: Place; line: Line; currency: string }) => {
  const t = useTranslate();
  const { minor, month: monthName } = useFormat();
  const [isAsked, setIsAsked] = useState(false);
  const [into, setInto] = useState(currentMonth);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const adjust = useAdjust();
  const isLess = text.trim().startsWith('-');
  const size = minor(text.trim().replace(/^-/, ''), currency) ?? 0;
  const amount = isLess ? -size : size;
  const isMonth = /^\d{4}-\d{2}$/.test(into);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isFit = size > 0 && isMonth && reason.trim() !== '';
    setIsWrong(!isFit);
    if (!isFit) return;
    const { month, memberId } = place;
    const corrects = { month, lineId: line.lineId };
    adjust.mutate({ kind: 'correction', month: into, memberId, corrects, amount, reason: reason.trim() });
  };
  if (!isAsked)
    return (
      <p>
        <Button size="sm" variant="default" onClick={() => setIsAsked(true)}>
          {t('correct.open')}
        </Button>
      </p>
    );
  return (
    <form className="comment-form" aria-label={t('correct.open')} onSubmit={submit} noValidate>
      <TextInput
        size="sm"
        autoFocus
        inputMode="text"
        label={t('correct.amount', { currency })}
        description={t('correct.amount-meaning')}
        maxLength={14}
        value={text}
        error={isWrong && size <= 0 && t('credit.bad-amount')}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <TextInput
        size="sm"
        type="month"
        label={t('correct.into')}
        value={into}
        error={isWrong && !isMonth && t('correct.bad-month')}
        onChange={({ currentTarget: { value } }) => setInto(value)}
      />
      <TextInput
        size="sm"
        label={t('credit.reason')}
        maxLength={500}
        value={reason}
        error={isWrong && reason.trim() === '' && t('credit.bad-reason')}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <p className="row">
        <Button type="submit" size="sm" loading={adjust.isPending}>
          {t('correct.do')}
        </Button>
        <Button size="sm" variant="default" onClick={() => setIsAsked(false)}>
          {t('do.not-now')}
        </Button>
      </p>
      <p role="status">{adjust.isSuccess && t('correct.done', { month: monthName(into) })}</p>
      {adjust.error && <FailedNotice thrown={adjust.error} />}
    </form>
  );
};
