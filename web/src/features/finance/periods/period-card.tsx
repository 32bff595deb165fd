import { Link } from '@tanstack/react-router';
import { useWho } from '../../../api/current-user.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { MonthPack } from './month-pack.tsx';
import { NextStep } from './next-step.tsx';
import type { Board, Period } from './period.ts';

const tones: Record<Period['state'], Tone> = {
  open: 'none',
  metered: 'warn',
  reconciled: 'warn',
  approved: 'warn',
  closed: 'good',
};

const Figures = ({ period: { metered, unattributedPercent, reconciliation, draft } }: { period: Period }) => {
  const t = useTranslate();
  const { amount, money, number, date } = useFormat();
  if (!metered) return null;
  const { currency, total, unattributed, provisionalUntil, synthetic } = metered;
  const against = reconciliation && 'billed' in reconciliation ? amount(reconciliation.billed, currency) : undefined;
  const isProvisional = provisionalUntil > new Date().toISOString().slice(0, 10);
  return (
    <dl className="facts">
      <Fact name={t('periods.metered')}>{amount(total, currency)}</Fact>
      <Fact name={t('periods.unattributed')}>
        {`${amount(unattributed, currency)} (${number(Number(unattributedPercent ?? 0))} %)`}
      </Fact>
      <Fact name={t('periods.billed')}>{against}</Fact>
      <Fact name={t('periods.without-bill')}>
        {reconciliation && 'reason' in reconciliation && reconciliation.reason}
      </Fact>
      {draft && (
        <>
          <Fact name={t('periods.statements')}>{number(draft.statements)}</Fact>
          <Fact name={t('periods.total')}>{money(draft.total, draft.currency)}</Fact>
          <Fact name={t('periods.due')}>{money(draft.due, draft.currency)}</Fact>
          <Fact name={t('periods.hash')}>
            <code title={draft.hash}>{draft.hash.slice(0, 12)}…</code>
          </Fact>
        </>
      )}
      <Fact name={t('periods.note')}>{isProvisional && t('month.provisional', { date: date(provisionalUntil) })}</Fact>
      <Fact name={t('periods.made-up')}>{synthetic && t('month.synthetic')}</Fact>
    </dl>
  );
};

type Names = { names: Board['names'] };

const Steps = ({ steps, names }: Pick<Period, 'steps'> & Names) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const who = useWho();
  const own = who?.kind === 'staff' ? `staff:${who.id}` : '';
  const nameOf = (by: string): string =>
    by === own ? t('periods.by-you') : by === 'workflow' ? t('periods.by-workflow') : (names[by] ?? by);
  if (steps.length === 0) return null;
  return (
    <ol className="period-steps" aria-label={t('periods.steps')}>
      {steps.map(({ step, at, by, reason }) => (
        <li key={`${at} ${step}`}>
          {t('periods.step', { step: textOf('period-step', step), by: nameOf(by), time: time(at) })}
          {reason && <span className="quiet"> – {reason}</span>}
        </li>
      ))}
    </ol>
  );
};

/** A month on the board: state, number of budget alerts, figures, who took which step, next step, and content. */
export const PeriodCard = ({ period, names, alerts }: { period: Period; alerts: number } & Names) => {
  const t = useTranslate();
  const { month: monthName, number } = useFormat();
  const { month, state, steps } = period;
  const id = `period-${month}`;
  return (
    <section className="card" aria-labelledby={id}>
      <div className="desk-head">
        <h2 id={id}>{monthName(month)}</h2>
        <Badge tone={tones[state]} {...(state === 'closed' && { icon: 'yes' as const })}>
          {t(`period-state.${state}`)}
        </Badge>
      </div>
      <p className="quiet">{t(`period-meaning.${state}`)}</p>
      {alerts > 0 && (
        <p>
          <Link to="/budgets" search={{}}>
            {t('periods.budget-alerts', { count: number(alerts) })}
          </Link>
        </p>
      )}
      <Figures period={period} />
      <Steps steps={steps} names={names} />
      <NextStep period={period} />
      <MonthPack period={period} />
    </section>
  );
};
