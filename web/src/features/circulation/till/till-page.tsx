import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../shared/branch-page.tsx';
import { TillCounts } from '../shared/till-counts.tsx';
import { useBranchDay } from '../shared/use-branch-day.ts';
import { type Money, useClosing, useMoney, useOpening } from '../shared/use-till.ts';

type Place = { branchId: string; money: Money };

const Opening = ({ branchId, money: { currency, means } }: Place) => {
  const t = useTranslate();
  const { minor, money } = useFormat();
  const [text, setText] = useState('');
  const opening = useOpening(branchId);
  const amount = minor(text, currency);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Change is cash; where the consortium lists no cash, the first listed means is used.
    const kind = means.includes('cash') ? 'cash' : (means[0] ?? 'cash');
    if (amount !== undefined) opening.mutate({ currency, means: kind, amount });
  };
  return (
    <section className="card" aria-labelledby="till-open">
      <h2 id="till-open">{t('till.open')}</h2>
      <form className="row" onSubmit={submit} noValidate>
        <TextInput
          size="sm"
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          label={t('till.float', { currency })}
          value={text}
          error={text !== '' && amount === undefined && t('till.count-wrong')}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button size="sm" type="submit" disabled={amount === undefined} loading={opening.isPending}>
          {t('till.open')}
        </Button>
      </form>
      {opening.error && <FailedNotice thrown={opening.error} />}
      {opening.data && (
        <p className="good" role="status">
          {t('till.opened', { amount: money(amount ?? 0, currency) })}
        </p>
      )}
    </section>
  );
};

const Closing = ({ branchId, money: { currency, means } }: Place) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { minor, date } = useFormat();
  const today = useBranchDay(branchId);
  const [day, setDay] = useState(today);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [isAsked, setIsAsked] = useState(false);
  const closing = useClosing(branchId);
  const amountOf = (kind: string): number | undefined => minor(texts[kind] || '0', currency);
  const isWrong = means.some((kind) => amountOf(kind) === undefined);
  const close = (): void => {
    const counted = means.map((kind) => ({ currency, means: kind, amount: amountOf(kind) ?? 0 }));
    closing.mutate(
      { day, counted: counted.filter(({ amount }) => amount > 0) },
      { onSettled: () => setIsAsked(false) },
    );
  };
  const shown = date(day);
  return (
    <section className="card" aria-labelledby="till-close">
      <h2 id="till-close">{t('till.close')}</h2>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong && day !== '') setIsAsked(true);
        }}
      >
        <div className="form-grid">
          <TextInput
            size="sm"
            type="date"
            max={today}
            label={t('till.day')}
            value={day}
            onChange={({ currentTarget }) => setDay(currentTarget.value)}
          />
          {means.map((kind) => (
            <TextInput
              key={kind}
              size="sm"
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              label={t('till.counted', { means: textOf('means', kind), currency })}
              value={texts[kind] ?? ''}
              error={amountOf(kind) === undefined && t('till.count-wrong')}
              onChange={({ currentTarget: { value } }) => setTexts((known) => ({ ...known, [kind]: value }))}
            />
          ))}
        </div>
        <div>
          <Button size="sm" type="submit" disabled={isWrong || day === '' || isAsked}>
            {t('till.close')}
          </Button>
        </div>
      </form>
      {isAsked && (
        <Question yes={t('till.close-yes')} isPending={closing.isPending} go={close} away={() => setIsAsked(false)}>
          <p>{t('till.close-sure', { day: shown })}</p>
        </Question>
      )}
      {closing.error && <FailedNotice thrown={closing.error} />}
      {closing.data?.closed && (
        <div role="status">
          <p className="good">{t('till.closed', { day: date(closing.data.day) })}</p>
          <TillCounts name={t('till.title')} counts={closing.data.closed.counts} />
        </div>
      )}
    </section>
  );
};

const AtTill = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const { data, error, refetch } = useMoney();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={2} height={120} />;
  if (data === null) return <Empty title={t('till.no-fees')} />;
  return (
    <div className="stack">
      <Opening branchId={branchId} money={data} />
      <Closing branchId={branchId} money={data} />
    </div>
  );
};

/** The till page of a branch: open with change, count, close, and store the difference (C74). */
export const TillPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('till.title')} meaning={t('till.meaning')} back="/till">
      {(branchId) => <AtTill key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};
