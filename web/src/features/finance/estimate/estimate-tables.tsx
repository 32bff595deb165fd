import type { ReactNode } from 'react';
import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { operationName } from '../shared/operation-name.ts';
import type { Estimate } from './estimate.ts';

type Props = { data: Estimate };
/** A row of a table: a name, an optional note below it, and its figures. */
type Row = { key: string; name: string; note?: string; cells: string[] };

/** A table of names and figures, with an optional total in the footer, and a row below it to compare with. */
export const Figures = ({
  id,
  title,
  heads,
  rows,
  foot,
  below,
  children,
}: {
  id: string;
  title: string;
  heads: string[];
  rows: Row[];
  foot?: string[];
  below?: { name: string; cells: string[] };
  children?: ReactNode;
}) => {
  const t = useTranslate();
  const [first, ...others] = heads;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      <ScrollTable name={title}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, note, cells }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {note && <span className="quiet estimate-note">{note}</span>}
              </th>
              {cells.map((cell, at) => (
                <td key={others[at]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              <th scope="row">{t('month.total')}</th>
              {foot.map((cell, at) => (
                <td key={others[at]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
            {below && (
              <tr>
                <th scope="row">{below.name}</th>
                {below.cells.map((cell, at) => (
                  <td key={others[at]} className="num">
                    {cell}
                  </td>
                ))}
              </tr>
            )}
          </tfoot>
        )}
      </ScrollTable>
    </section>
  );
};

/** The month by service, as bars and as a table with the same figures. */
export const ServiceCosts = ({ data: { services, total, currency } }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, number } = useFormat();
  return (
    <Figures
      id="services"
      title={t('month.by-service')}
      heads={[t('month.service'), t('month.count'), t('month.amount', { currency })]}
      rows={services.map(({ service, events, amount: { exact } }) => ({
        key: service,
        name: textOf('service', service),
        cells: [number(events), amount(exact, currency)],
      }))}
      foot={[number(services.reduce((sum, { events }) => sum + events, 0)), amount(total.exact, currency)]}
    >
      <Bars
        name={t('month.bars')}
        bars={services.map(({ service, amount: { exact } }) => ({
          key: service,
          label: textOf('service', service),
          value: Number(exact),
          shown: amount(exact, currency),
        }))}
      />
    </Figures>
  );
};

/** The monthly cost of each operation, and the cost of one event. */
export const OperationCosts = ({ data: { operations, variable, currency } }: Props) => {
  const t = useTranslate();
  const { amount, number } = useFormat();
  return (
    <Figures
      id="operations"
      title={t('estimate.operations')}
      heads={[t('month.operation'), t('month.count'), t('estimate.each'), t('month.amount', { currency })]}
      rows={operations.map(({ operation, events, perEvent, amount: { exact } }) => ({
        key: operation,
        name: operationName(operation),
        cells: [number(events), perEvent ? amount(perEvent.exact, currency, 6) : '–', amount(exact, currency)],
      }))}
      foot={['', '', amount(variable.exact, currency)]}
    />
  );
};

/** The stand-by cost, line by line. */
export const IdleCosts = ({ data: { idle, currency } }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, number } = useFormat();
  return (
    <Figures
      id="idle"
      title={t('estimate.idle')}
      heads={[t('estimate.what'), t('estimate.quantity'), t('month.amount', { currency })]}
      rows={idle.map(({ id, meter, title, quantity, amount: { exact } }) => ({
        key: `${id} ${meter}`,
        name:
          id === 'schedules'
            ? t('estimate.schedules', { what: textOf('meter', meter) })
            : textOf('meter', meter, title),
        cells: [number(Number(quantity)), amount(exact, currency)],
      }))}
    />
  );
};

/** The additional cost of ten per cent more of each quantity, and where it arises. */
export const Growth = ({ data: { growth, currency } }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount } = useFormat();
  return (
    <Figures
      id="growth"
      title={t('estimate.growth')}
      heads={[t('estimate.more-of'), t('month.service'), t('estimate.adds', { currency })]}
      rows={growth.map(({ name, service, adds }) => ({
        key: `${name} ${service}`,
        name: t(`workload.${name}`),
        cells: [textOf('service', service), amount(adds.exact, currency, 4)],
      }))}
    />
  );
};
