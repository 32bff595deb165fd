import type { ReactNode } from 'react';
import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Estimate } from './estimate.ts';

type Props = { data: Estimate };
type Row = { key: string; name: string; cells: string[] };

/** A table of names and figures, its total in the foot where there is one. */
const Figures = ({
  id,
  title,
  heads,
  rows,
  foot,
  children,
}: {
  id: string;
  title: string;
  heads: string[];
  rows: Row[];
  foot?: string[];
  children?: ReactNode;
}) => {
  const say = useSay();
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
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
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
              <th scope="row">{say('month.total')}</th>
              {foot.map((cell, at) => (
                <td key={others[at]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </ScrollTable>
    </section>
  );
};

/** The month by service, as bars and as a table that says the same. */
export const ServiceCosts = ({ data: { services, total, currency } }: Props) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { amount, number } = useFormat();
  return (
    <Figures
      id="services"
      title={say('month.by-service')}
      heads={[say('month.service'), say('month.count'), say('month.amount', { currency })]}
      rows={services.map(({ service, events, amount: { exact } }) => ({
        key: service,
        name: sayOf('service', service),
        cells: [number(events), amount(exact, currency)],
      }))}
      foot={[number(services.reduce((sum, { events }) => sum + events, 0)), amount(total.exact, currency)]}
    >
      <Bars
        name={say('month.bars')}
        bars={services.map(({ service, amount: { exact } }) => ({
          key: service,
          label: sayOf('service', service),
          value: Number(exact),
          shown: amount(exact, currency),
        }))}
      />
    </Figures>
  );
};

/** What each operation costs in the month, and one event of it. */
export const OperationCosts = ({ data: { operations, variable, currency } }: Props) => {
  const say = useSay();
  const { amount, number } = useFormat();
  return (
    <Figures
      id="operations"
      title={say('estimate.operations')}
      heads={[say('month.operation'), say('month.count'), say('estimate.each'), say('month.amount', { currency })]}
      rows={operations.map(({ operation, events, perEvent, amount: { exact } }) => ({
        key: operation,
        name: operation,
        cells: [number(events), perEvent ? amount(perEvent.exact, currency, 6) : '–', amount(exact, currency)],
      }))}
      foot={['', '', amount(variable.exact, currency)]}
    />
  );
};

/** What stands whether anyone uses it or not, line by line. */
export const IdleCosts = ({ data: { idle, currency } }: Props) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { amount, number } = useFormat();
  return (
    <Figures
      id="idle"
      title={say('estimate.idle')}
      heads={[say('estimate.what'), say('estimate.quantity'), say('month.amount', { currency })]}
      rows={idle.map(({ id, meter, title, quantity, amount: { exact } }) => ({
        key: `${id} ${meter}`,
        name: sayOf('meter', meter, title),
        cells: [number(Number(quantity)), amount(exact, currency)],
      }))}
    />
  );
};

/** What a tenth more of each thing adds, and where. */
export const Growth = ({ data: { growth, currency } }: Props) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { amount } = useFormat();
  return (
    <Figures
      id="growth"
      title={say('estimate.growth')}
      heads={[say('estimate.more-of'), say('month.service'), say('estimate.adds', { currency })]}
      rows={growth.map(({ name, service, adds }) => ({
        key: `${name} ${service}`,
        name: say(`wish.${name}`),
        cells: [sayOf('service', service), amount(adds.exact, currency, 4)],
      }))}
    />
  );
};
