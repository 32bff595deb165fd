import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Bars } from '../../../components/bars.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Spine } from '../../../components/spine.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import '../shared/month.css';
import { currentMonth, monthBefore } from '../../../components/months.ts';
import { serviceSums } from '../month/sums.ts';
import { useMonth, useShownMember } from '../month/use-month.ts';
import { MemberChoice } from '../shared/month-choice.tsx';
import { CostFigures } from './cost-figures.tsx';
import { type Trend, useTrend } from './trend.ts';
import { TrendChart } from './trend-chart.tsx';
import { ForecastTable, TrendTable } from './trend-table.tsx';
import './costs.css';

const route = getRouteApi('/costs');

/** Returns the finding in one sentence: what the last month cost, and how that differs from the month before. */
const useHeadline = (): ((trend: Trend) => string) => {
  const t = useTranslate();
  const { money, month: monthName, percent } = useFormat();
  return ({ months, currency }) => {
    const [before, last] = [months.at(-2), months.at(-1)];
    if (!last) return t('costs.title');
    const cost = { month: monthName(last.month), amount: money(last.amount, currency) };
    if (!before || before.amount === 0) return t('costs.cost', cost);
    const share = Math.abs(last.amount - before.amount) / before.amount;
    if (share === 0) return t('costs.cost-same', { ...cost, before: monthName(before.month) });
    const key = last.amount < before.amount ? 'costs.cost-less' : 'costs.cost-more';
    return t(key, { ...cost, percent: percent(share), before: monthName(before.month) });
  };
};

const ByService = ({ month, member }: { month: string; member: string | undefined }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, month: monthName } = useFormat();
  const { data } = useMonth(month, member, true);
  if (!data) return null;
  return (
    <Panel
      title={t('costs.spent-on', { month: monthName(month) })}
      action={
        <Link to="/months/$month" params={{ month }} search={member ? { member } : {}}>
          {t('costs.details')}
        </Link>
      }
    >
      <Bars
        name={t('month.bars')}
        bars={serviceSums(data.services).map(({ service, amount: value }) => ({
          ...{ key: service, label: textOf('service', service), value },
          shown: amount(String(value), data.currency),
        }))}
      />
    </Panel>
  );
};

/** Where the chart is wider than the screen, its latest months show first. */
const showLatest = (box: HTMLElement | null): void => {
  if (box) box.scrollLeft = box.scrollWidth / 3;
};

/** The legend: every member of the shown months with its latest amount. */
const Legend = ({ trend: { months, currency } }: { trend: Trend }) => {
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const members = [...new Set(months.flatMap((month) => month.members.map(({ member }) => member)))];
  const latest = (member: string): number => months.at(-1)?.members.find((one) => one.member === member)?.amount ?? 0;
  return (
    <ul className="costs-legend">
      {members.map((member) => (
        <li key={member}>
          <Spine memberId={member}>
            {memberName(member)} <strong>{money(latest(member), currency)}</strong>
          </Spine>
        </li>
      ))}
    </ul>
  );
};

const MONTHS_SHOWN = 12;

const Whole = ({ trend: all, member }: { trend: Trend; member: string | undefined }) => {
  const t = useTranslate();
  const headline = useHeadline();
  const trend = { ...all, months: all.months.slice(-MONTHS_SHOWN) };
  const last = trend.months.at(-1);
  const { data: month } = useMonth(last?.month ?? '', member, last !== undefined);
  const demo = trend.months.some(({ synthetic }) => synthetic);
  return (
    <>
      {demo && <p className="notice">{t('costs.synthetic')}</p>}
      <div className="costs-top">
        <Panel title={headline(trend)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
          <div className="trend-scroll" tabIndex={0} ref={showLatest}>
            <TrendChart trend={trend} name={t('costs.chart')} />
          </div>
          <Legend trend={trend} />
        </Panel>
        <CostFigures trend={all} month={month} />
      </div>
      <Panel title={t('costs.table')} note={t('costs.table-note')} flush>
        <TrendTable trend={trend} member={member} />
      </Panel>
      <div className="costs-foot">
        {last && <ByService month={last.month} member={member} />}
        {trend.forecast && (
          <Panel title={t('costs.forecast')} note={t('costs.forecast-note')} flush>
            <ForecastTable trend={trend} />
          </Panel>
        )}
      </div>
    </>
  );
};

/** The page of what the months cost: the finding, twelve months stacked by member with a forecast, and every bar in figures. */
export const CostsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const navigate = useNavigate();
  const { member, mayChoose, isKnown } = useShownMember(route.useSearch().member);
  const month = monthBefore(currentMonth());
  const { data, error, refetch } = useTrend(month, member, isKnown);
  useTitle(t('costs.title'));
  return (
    <div className="page page-wide month">
      <div className="desk-head">
        <h1>{t('costs.title')}</h1>
        <div className="row">
          {member && (
            <Link to="/statements/$month/$memberId" params={{ month, memberId: member }}>
              {t('statements.link')}
            </Link>
          )}
          <Link to="/budgets" search={member ? { member } : {}}>
            {t('budgets.link')}
          </Link>
          {mayChoose && <MemberChoice member={member} go={(search) => void navigate({ to: '/costs', search })} />}
        </div>
      </div>
      {!session && <StaffSignIn back="/costs" />}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {session && !data && !error && <Waiting rows={3} height={140} />}
      {data && <Whole trend={data} member={member} />}
    </div>
  );
};
