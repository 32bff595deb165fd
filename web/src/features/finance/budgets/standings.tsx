import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Budgets, Standing } from './budgets.ts';
import { useNames } from './use-names.ts';

const keyOf = ({ measure, span, period }: Standing): string => `${measure} ${span} ${period}`;

/** How much of each budget is spent and foreseen: bars of what is spent, and the same with all figures as a table. */
export const Standings = ({ data: { standings, fiscalYearStartsIn } }: { data: Budgets }) => {
  const say = useSay();
  const { money, percent, number } = useFormat();
  const names = useNames(fiscalYearStartsIn);
  if (standings.length === 0) return <Empty title={say('budgets.none')} />;
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">{say('budgets.standings')}</h2>
      <Bars
        name={say('budgets.bars')}
        bars={standings.map((one) => ({
          ...{ key: keyOf(one), label: names.budget(one), value: Math.max(0, one.actualPercent) },
          shown: percent(one.actualPercent / 100),
        }))}
      />
      <ScrollTable name={say('budgets.standings')}>
        <thead>
          <tr>
            <th scope="col">{say('budgets.budget')}</th>
            {(['amount', 'actual', 'share', 'forecast', 'forecast-share', 'days'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {say(`budgets.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standings.map((one) => (
            <tr key={keyOf(one)}>
              <th scope="row">{names.budget(one)}</th>
              <td className="num">{money(one.amount, one.currency)}</td>
              <td className="num">{money(one.actual, one.currency)}</td>
              <td className="num">{percent(one.actualPercent / 100)}</td>
              <td className="num">{one.forecast === undefined ? '–' : money(one.forecast, one.currency)}</td>
              <td className="num">{one.forecastPercent === undefined ? '–' : percent(one.forecastPercent / 100)}</td>
              <td className="num">{say('budgets.days-of', { known: number(one.knownDays), all: number(one.days) })}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className="quiet">{say('budgets.forecast-rule')}</p>
    </section>
  );
};
