import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { BillRow } from './bill-row.tsx';
import { type Bill, type DeskMoney, type Done, type Line, type Open, usePayment } from './use-patron-view.ts';

const Means = ({ desk, means, choose }: { desk: DeskMoney; means: string; choose: (means: string) => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <NativeSelect
      size="sm"
      label={t('desk.means')}
      value={means}
      data={desk.means.map((value) => ({ value, label: textOf('means', value) }))}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};

type AtDesk = { open: Open; bills: readonly Bill[]; desk: DeskMoney; done: (done: Done) => void };

/** The list of bills: each can be paid alone, or several together with one receipt. */
export const BillList = ({ open, bills, desk, done }: AtDesk) => {
  const t = useTranslate();
  const { money, minor, typed } = useFormat();
  const [means, setMeans] = useState(desk.means[0] ?? 'cash');
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const payment = usePayment(open, (paid) => {
    setTexts({});
    setChosen([]);
    done(paid);
  });
  const textOf = ({ billId, open: left, currency }: Bill): string => texts[billId] ?? typed(left, currency);
  const lineOf = (bill: Bill): Line[] => {
    const amount = minor(textOf(bill), bill.currency);
    const fits = amount !== undefined && amount >= 1 && amount <= bill.open;
    return fits ? [{ billId: bill.billId, amount }] : [];
  };
  const together = bills.filter(({ billId }) => chosen.includes(billId));
  const lines = together.flatMap(lineOf);
  const [first] = together;
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  return (
    <>
      {bills.some((bill) => bill.open !== 0) && <Means desk={desk} means={means} choose={setMeans} />}
      <ul>
        {bills.map((bill) => (
          <BillRow
            key={bill.billId}
            {...{ open, bill, desk, done, means }}
            text={textOf(bill)}
            isWrong={lineOf(bill).length === 0}
            type={(text) => setTexts((known) => ({ ...known, [bill.billId]: text }))}
            pay={() => payment.mutate({ lines: lineOf(bill), means })}
            isPaying={payment.isPending && payment.variables.lines[0]?.billId === bill.billId}
            choice={
              bills.length > 1 && bill.open > 0
                ? {
                    isChosen: chosen.includes(bill.billId),
                    choose: (isChosen) =>
                      setChosen((known) =>
                        isChosen ? [...known, bill.billId] : known.filter((billId) => billId !== bill.billId),
                      ),
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {first && together.length > 1 && (
        <Button
          size="sm"
          loading={payment.isPending}
          disabled={lines.length < together.length}
          onClick={() => payment.mutate({ lines, means })}
        >
          {t('desk.pay-together', { count: together.length, amount: money(sum, first.currency) })}
        </Button>
      )}
      {payment.error && <FailedNotice thrown={payment.error} />}
    </>
  );
};
