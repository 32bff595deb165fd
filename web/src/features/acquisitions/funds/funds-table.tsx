import { Link } from '@tanstack/react-router';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { depthsOf, type Fund } from './funds.ts';

const columns = ['funding', 'encumbered', 'spent', 'available', 'percent', 'most'] as const;

const Named = ({ fund, depth }: { fund: Fund; depth: number }) => {
  const t = useTranslate();
  return (
    <th scope="row" className="fund-name" style={{ paddingInlineStart: `${0.8 + depth * 1.2}rem` }}>
      {fund.name} <span className="quiet">{fund.code}</span>
      {fund.state !== 'active' && <Badge tone="none">{t(`fund-state.${fund.state}`)}</Badge>}
    </th>
  );
};

/** What is used: a warning where the fund's own percentage is reached, by icon and text too. */
const Used = ({ fund }: { fund: Fund }) => {
  const t = useTranslate();
  const { percent } = useFormat();
  const share = fund.percent === undefined ? '–' : percent(fund.percent / 100);
  if (fund.whole.available < 0)
    return (
      <Badge tone="bad" icon="warn">
        {t('funds.overdrawn', { share })}
      </Badge>
    );
  return fund.warns ? (
    <Badge tone="warn" icon="warn">
      {t('funds.nearly', { share })}
    </Badge>
  ) : (
    share
  );
};

/** What is spent, with what of it awaits payment; its invoices where the fund has some of its own. */
const Spent = ({ memberId, fund, currency }: { memberId: string; fund: Fund; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { spent, funding, cash } = fund.whole;
  const awaiting = spent - (funding - cash);
  const amount = money(spent, currency);
  return (
    <>
      {fund.own.spent === 0 ? (
        amount
      ) : (
        <Link
          to="/invoices"
          search={{ member: memberId, fund: fund.code }}
          aria-label={t('funds.invoices-of', { amount, fund: fund.name })}
        >
          {amount}
        </Link>
      )}
      {awaiting !== 0 && (
        <span className="quiet fund-own">{t('funds.awaiting', { amount: money(awaiting, currency) })}</span>
      )}
    </>
  );
};

type Props = { memberId: string; funds: readonly Fund[]; currency: string };

/** The tree of funds with what each was given, promised, spent and has left, including the funds under it. */
export const FundsTable = ({ memberId, funds, currency }: Props) => {
  const t = useTranslate();
  const { money } = useFormat();
  const depths = depthsOf(funds);
  const isParent = new Set(funds.map(({ parent }) => parent));
  return (
    <ScrollTable name={t('funds.title')}>
      <thead>
        <tr>
          <th scope="col">{t('funds.fund')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="num">
              {t(`funds.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {funds.map((fund) => (
          <tr key={fund.code}>
            <Named fund={fund} depth={depths.get(fund.code) ?? 0} />
            <td className="num">{money(fund.whole.funding, currency)}</td>
            <td className="num">
              {fund.own.encumbered === 0 ? (
                money(fund.whole.encumbered, currency)
              ) : (
                <Link
                  to="/orders"
                  search={{ member: memberId, fund: fund.code }}
                  aria-label={t('orders.of-this-fund', {
                    amount: money(fund.whole.encumbered, currency),
                    fund: fund.name,
                  })}
                >
                  {money(fund.whole.encumbered, currency)}
                </Link>
              )}
            </td>
            <td className="num">
              <Spent memberId={memberId} fund={fund} currency={currency} />
            </td>
            <td className="num">
              {money(fund.whole.available, currency)}
              {isParent.has(fund.code) && (
                <span className="quiet fund-own">
                  {t('funds.own', { amount: money(fund.own.available, currency) })}
                </span>
              )}
            </td>
            <td className="num">
              <Used fund={fund} />
            </td>
            <td className="num">
              {fund.mostToOrder === undefined ? t('funds.unlimited') : money(fund.mostToOrder, currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
