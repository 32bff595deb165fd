import type { ReactNode } from 'react';
import { Fact } from '../../../components/fact.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Account } from '../../finance/accounts/account.ts';
import type { Report } from '../../resource-sharing/reports/report.ts';
import { type AssumptionName, assumedOf, type Entered } from './assumptions.ts';
import type { Value } from './value.ts';
import { type Avoided, avoidedByLoans, avoidedByRecords, minutesFreed, ratioOf, sumOf } from './value-figures.ts';

type Shown = { value: Value; report: Report | undefined; accounts: readonly Account[] | undefined; entered: Entered };

type Line = { key: string; name: string; figure: ReactNode; avoided?: Avoided; meaning: string };

const currencyOf = ({ accounts, report }: Shown): string =>
  accounts?.[0]?.currency ?? report?.borrowing.costs[0]?.currency ?? 'USD';

const Lines = ({ title, lines, currency }: { title: string; lines: readonly Line[]; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const hasCost = lines.some(({ avoided }) => avoided);
  return (
    <>
      <h2>{title}</h2>
      <ScrollTable name={title}>
        <thead>
          <tr>
            <th scope="col">{t('value.line')}</th>
            <th scope="col" className="num">
              {t('value.figure')}
            </th>
            {hasCost &&
              (['low', 'middle', 'high'] as const).map((level) => (
                <th key={level} scope="col" className="num">
                  {t(`value.avoided-${level}`)}
                </th>
              ))}
            <th scope="col">{t('value.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, figure, avoided, meaning }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="num">{figure}</td>
              {hasCost &&
                (['low', 'middle', 'high'] as const).map((level) => (
                  <td key={level} className="num">
                    {avoided ? money(avoided[level], currency) : t('value.not-priced')}
                  </td>
                ))}
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  );
};

/** Returns the lines of what a library received and of what it gave. */
const useLines = ({ value: { months, records }, report }: Shown, assumed: Record<AssumptionName, number>) => {
  const t = useTranslate();
  const { number, hours } = useFormat();
  const total = (key: 'borrowed' | 'lent' | 'outside'): number => months.reduce((sum, month) => sum + month[key], 0);
  const turnaround = report?.borrowing.waits.find(({ wait }) => wait === 'turnaround');
  const line = (key: string, figure: ReactNode, avoided?: Avoided): Line => ({
    ...{ key, figure, name: t(`value.${key}` as 'value.borrowed') },
    meaning: t(`value.${key}-meaning` as 'value.borrowed-meaning'),
    ...(avoided && { avoided }),
  });
  const got: Line[] = [
    line('borrowed', number(total('borrowed')), avoidedByLoans(total('borrowed'), assumed)),
    line('outside', number(total('outside'))),
    ...(turnaround ? [line('turnaround', hours(turnaround.medianHours))] : []),
    line('records', number(records.matched), avoidedByRecords(records.matched, assumed)),
    line('freed', t('value.hours', { hours: number(Math.round(minutesFreed(records.matched, assumed) / 60)) })),
  ];
  const gave: Line[] = [
    line('lent', number(total('lent'))),
    ...(report ? [line('supplied', number(report.lending.filled))] : []),
  ];
  return { got, gave };
};

const Money = ({ shown, avoided, cash }: { shown: Shown; avoided: Avoided; cash: number }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const currency = currencyOf(shown);
  const account = shown.accounts?.find((one) => one.currency === currency);
  const paid = account ? account.dues + account.charges + account.creditNotes : undefined;
  const ratio = paid === undefined ? undefined : ratioOf(cash, paid);
  const withAvoided = paid === undefined ? undefined : ratioOf(avoided.middle, paid);
  return (
    <>
      <h2>{t('value.money')}</h2>
      <dl className="facts">
        <Fact name={t('value.dues')}>{account && money(account.dues, currency)}</Fact>
        <Fact name={t('value.charges')}>{account && money(account.charges + account.creditNotes, currency)}</Fact>
        <Fact name={t('value.cash')}>
          {money(cash, currency)}
          {ratio && ` · ${t('value.ratio', { ratio })}`}
        </Fact>
        <Fact name={t('value.avoided')}>
          {t('value.range', {
            low: money(avoided.low, currency),
            middle: money(avoided.middle, currency),
            high: money(avoided.high, currency),
          })}
          {withAvoided && ` · ${t('value.ratio', { ratio: withAvoided })}`}
        </Fact>
      </dl>
      <p className="quiet">{t(account ? 'value.money-meaning' : 'value.no-account')}</p>
    </>
  );
};

/** The figures of a value report: what a library received, what it gave, and the two amounts, which are never added. */
export const ValueReport = (shown: Shown) => {
  const t = useTranslate();
  const assumed = assumedOf(shown.entered);
  const { got, gave } = useLines(shown, assumed);
  const currency = currencyOf(shown);
  const avoided = sumOf(got.flatMap((one) => (one.avoided ? [one.avoided] : [])));
  return (
    <>
      <Money shown={shown} avoided={avoided} cash={assumed.cash} />
      <Lines title={t('value.got')} lines={got} currency={currency} />
      <Lines title={t('value.gave')} lines={gave} currency={currency} />
      {!shown.value.records.complete && <p className="notice">{t('value.older-loads')}</p>}
    </>
  );
};
