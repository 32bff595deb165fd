import { Button, Checkbox, TextInput } from '@mantine/core';
import { Suspense } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Bill, DeskMoney, Done, Open } from './use-patron-view.ts';

const BillMore = lazyComponent(() => import('./bill-more.tsx'), 'BillMore');

type Row = {
  open: Open;
  bill: Bill;
  desk: DeskMoney;
  means: string;
  done: (done: Done) => void;
  /** The amount as typed, by default the open amount; and whether it is invalid. */
  text: string;
  isWrong: boolean;
  type: (text: string) => void;
  pay: () => void;
  isPaying: boolean;
  /** Where there are several bills, whether this one is paid with the others. */
  choice: { isChosen: boolean; choose: (isChosen: boolean) => void } | undefined;
};

const Pay = ({ bill, what, text, isWrong, type, pay, isPaying }: Row & { what: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { open, currency } = bill;
  return (
    <form
      className="row"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) pay();
      }}
    >
      <TextInput
        size="sm"
        className="pay-amount"
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        aria-label={t('desk.pay-amount', { what, currency })}
        value={text}
        error={isWrong && t('desk.pay-wrong', { least: money(1, currency), most: money(open, currency) })}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      <Button size="sm" variant="default" type="submit" loading={isPaying}>
        {t('desk.pay')}
      </Button>
    </form>
  );
};

/** One bill: its reason, its creditor, the open amount, and the actions on it. */
export const BillRow = (row: Row) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const { memberName } = useDirectory();
  const { bill, choice, open, desk, done, means } = row;
  const { kind, title, memberId, at, currency } = bill;
  const what = title ?? textOf('bill-kind', kind);
  return (
    <li>
      <div className="bill-line">
        {choice ? (
          <Checkbox
            size="sm"
            label={what}
            aria-label={t('desk.choose-bill', { what })}
            checked={choice.isChosen}
            onChange={({ currentTarget }) => choice.choose(currentTarget.checked)}
          />
        ) : (
          <span>{what}</span>
        )}
        <span>{money(bill.open, currency)}</span>
      </div>
      <p className="quiet">
        {textOf('bill-kind', kind)} · {memberName(memberId)} · {date(at)}
      </p>
      {bill.open > 0 && <Pay {...row} what={what} />}
      <Suspense>
        <BillMore {...{ open, bill, desk, done, means }} />
      </Suspense>
    </li>
  );
};
