import { Button } from '@mantine/core';
import { useState } from 'react';
import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Difference, Reconciled } from '../shared/reconciliation.ts';
import { useDifferenceText } from './use-difference-texts.ts';

type Row = Reconciled['rows'][number];

/** The meters of a service, by quantity and amount: shows whether the price or the count differs. */
const Meters = ({ row, currency }: { row: Row; currency: string }) => {
  const t = useTranslate();
  const { amount, number } = useFormat();
  const name = t('reconcile.meters', { service: row.service });
  return (
    <section aria-labelledby="meters" className="drill">
      <h3 id="meters">{name}</h3>
      <ScrollTable name={name}>
        <thead>
          <tr>
            <th scope="col">{t('reconcile.meter')}</th>
            <th scope="col" className="num">
              {t('reconcile.metered-quantity')}
            </th>
            <th scope="col" className="num">
              {t('reconcile.billed-quantity')}
            </th>
            <th scope="col" className="num">
              {t('reconcile.metered')}
            </th>
            <th scope="col" className="num">
              {t('reconcile.billed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {row.meters.map(({ meter, unit, quantity, billedQuantity, metered, billed }) => (
            <tr key={meter}>
              <th scope="row">
                {meter} ({unit})
              </th>
              <td className="num">{number(Number(quantity))}</td>
              <td className="num">{number(Number(billedQuantity))}</td>
              <td className="num">{amount(metered.exact, currency, 6)}</td>
              <td className="num">{amount(billed.exact, currency, 6)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};

/** The kinds of differences that explain a row; tax and credits of the service are listed separately, and a restatement concerns bills. */
const ofRows: readonly string[] = [
  'beyond-tolerance',
  'day-differs',
  'days-differ',
  'missing-day',
  'unmetered-day',
  'not-billed',
];

/** The reason why a row differs, or that it is within the tolerance. */
const Reasons = ({ row, exceptions }: { row: Row; exceptions: readonly Difference[] }) => {
  const t = useTranslate();
  const differenceText = useDifferenceText();
  const own = exceptions.filter(({ service, kind }) => service === row.service && ofRows.includes(kind));
  if (own.length === 0)
    return <span className="quiet">{t('reconcile.within', { percent: row.exact ? '0.5' : '5' })}</span>;
  return (
    <ul>
      {own.map((one) => (
        <li key={one.id}>
          {differenceText(one)}
          {one.accepted && <span className="quiet"> – {one.accepted.reason}</span>}
        </li>
      ))}
    </ul>
  );
};

/** Metered and billed amounts by service: difference, factor and reason; each expands to its meters. */
export const Services = ({
  reconciled: { rows, exceptions },
  currency,
}: {
  reconciled: Reconciled;
  currency: string;
}) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, number } = useFormat();
  const [open, setOpen] = useState<string>();
  const opened = rows.find(({ service }) => service === open);
  const percent = (text: string): string => `${number(Number(text))} %`;
  return (
    <section aria-labelledby="services">
      <h2 id="services">{t('reconcile.services')}</h2>
      <Bars
        name={t('reconcile.bars')}
        bars={rows.map((row) => ({
          ...{
            key: row.service,
            label: row.service,
            value: Number(row.percent),
            shown: percent(row.percent),
          },
        }))}
      />
      <ScrollTable name={t('reconcile.services')}>
        <thead>
          <tr>
            <th scope="col">{t('reconcile.service')}</th>
            {(['metered', 'billed', 'difference', 'factor'] as const).map((name) => (
              <th key={name} scope="col" className="num">
                {t(`reconcile.${name}`)}
              </th>
            ))}
            <th scope="col">{t('reconcile.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.service}>
              <th scope="row">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-expanded={open === row.service}
                  aria-label={t('reconcile.show-meters', { service: row.service })}
                  onClick={() => setOpen(open === row.service ? undefined : row.service)}
                >
                  {row.service}
                </Button>
                <br />
                <small className="quiet">{textOf('reconcile', row.exact ? 'exact' : 'proxy')}</small>
              </th>
              <td className="num">{amount(row.metered.exact, currency, 4)}</td>
              <td className="num">{amount(row.billed.exact, currency, 4)}</td>
              <td className="num">
                {amount(row.difference.exact, currency, 4)}
                <br />
                <small>{percent(row.percent)}</small>
              </td>
              <td className="num">{row.factor}</td>
              <td>
                <Reasons row={row} exceptions={exceptions} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {opened && <Meters row={opened} currency={currency} />}
    </section>
  );
};
