import { useDirectory } from '../../../api/directory.ts';
import { Bars } from '../../../components/bars.tsx';
import { Fact } from '../../../components/fact.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Shown, TrueUp } from './true-up.ts';
import { readable } from './workbench.ts';

/** The columns of amounts: what is still to be billed only where a member's own year ends later. */
const columnsOf = ({ toBill }: TrueUp) =>
  toBill === undefined
    ? (['actual', 'billed', 'amount'] as const)
    : (['actual', 'billed', 'toBill', 'amount'] as const);

/** The true-up's figures: the year's cost by the formula, the billed amount, the difference, the state and the seal. */
export const Facts = ({ shown: { state, trueUp, seal, prepared, approved, month, names } }: { shown: Shown }) => {
  const t = useTranslate();
  const { money, time, month: monthName } = useFormat();
  const { currency, costs, cost, from, to } = trueUp;
  const stepped = (act: { at: string; by: string }): string => `${time(act.at)}, ${staffName(act.by, names)}`;
  return (
    <dl className="facts card">
      <Fact name={t('workbench.state')}>{t(`true-up.${state}`)}</Fact>
      <Fact name={t('true-up.months')}>{`${monthName(from)} – ${monthName(to)}`}</Fact>
      {Object.entries(costs).map(([name, amount]) => (
        <Fact key={name} name={t(name === cost ? 'true-up.platform-cost' : 'true-up.cost', { name: readable(name) })}>
          {money(amount, currency)}
        </Fact>
      ))}
      {columnsOf(trueUp).map((name) => (
        <Fact key={name} name={t(`true-up.${name}`)}>
          {money(trueUp[name] ?? 0, currency)}
        </Fact>
      ))}
      <Fact name={t('true-up.prepared-by')}>{prepared && stepped(prepared)}</Fact>
      <Fact name={t('true-up.approved-by')}>{approved && stepped(approved)}</Fact>
      <Fact name={t('true-up.into')}>{month && monthName(month)}</Fact>
      <Fact name={t('workbench.seal')}>
        <code className="bench-seal">{seal}</code>
      </Fact>
    </dl>
  );
};

/** Each member's charge or refund: bars, and a table with the underlying figures. */
export const Parts = ({ trueUp }: { trueUp: TrueUp }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const { currency, parts } = trueUp;
  const columns = columnsOf(trueUp);
  return (
    <section aria-labelledby="parts" className="stack">
      <h2 id="parts">{t('true-up.parts')}</h2>
      <Bars
        name={t('true-up.bars')}
        bars={parts.map(({ memberId, amount }) => ({
          ...{ key: memberId, label: memberName(memberId), value: Math.abs(amount), shown: money(amount, currency) },
        }))}
      />
      <ScrollTable name={t('true-up.parts')}>
        <thead>
          <tr>
            <th scope="col">{t('month.member')}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="num">
                {t(`true-up.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.memberId}>
              <th scope="row">{memberName(part.memberId)}</th>
              {columns.map((name) => (
                <td key={name} className="num">
                  {money(part[name] ?? 0, currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('statements.sum')}</th>
            {columns.map((name) => (
              <td key={name} className="num">
                {money(trueUp[name] ?? 0, currency)}
              </td>
            ))}
          </tr>
        </tfoot>
      </ScrollTable>
    </section>
  );
};

/** The closed months used, each with the seal of its pack. */
export const Packs = ({ packs }: Pick<TrueUp, 'packs'>) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  return (
    <details className="card">
      <summary>{t('true-up.packs', { count: packs.length })}</summary>
      <ul className="stack">
        {packs.map(({ month, hash }) => (
          <li key={month}>
            {monthName(month)}: <code className="bench-seal">{hash}</code>
          </li>
        ))}
      </ul>
    </details>
  );
};
