import { hasRole, useWho } from '../../../api/current-user.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Reasoned } from '../shared/reasoned.tsx';
import { Asked } from './asked.tsx';
import { isAtWork, type Period, useDecide, usePrepare } from './period.ts';
import { Reconcile } from './reconcile.tsx';

const HOUR_MS = 3_600_000;

/** Whether a month ended at least an hour ago, which the API requires before metering. */
const isOver = (month: string): boolean => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return Date.now() >= Date.UTC(year, number, 1) + HOUR_MS;
};

const Meter = ({ month, isAgain }: { month: string; isAgain: boolean }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const prepare = usePrepare(month);
  const label = t(isAgain ? 'periods.meter-again' : 'periods.meter');
  return (
    <>
      <Asked
        name={t('periods.step-of', { step: label, month: monthName(month) })}
        label={label}
        yes={t('periods.meter-yes')}
        isMain={!isAgain}
        isPending={prepare.isPending}
        go={() => prepare.mutate({ step: 'meter' })}
      >
        <p>{t('periods.meter-sure', { month: monthName(month) })}</p>
      </Asked>
      {prepare.error && <FailedNotice thrown={prepare.error} />}
    </>
  );
};

type Draft = NonNullable<Period['draft']>;

const Approve = ({ month, draft }: { month: string; draft: Draft }) => {
  const t = useTranslate();
  const { month: monthName, money } = useFormat();
  const decide = useDecide(month);
  const { hash, statements: count, currency, total, due } = draft;
  const label = t('periods.approve');
  return (
    <>
      <Asked
        name={t('periods.step-of', { step: label, month: monthName(month) })}
        label={label}
        yes={t('periods.approve-yes')}
        isPending={decide.isPending}
        go={() => decide.mutate({ step: 'approve', hash })}
      >
        <p>
          {t('periods.approve-sure', {
            ...{ month: monthName(month), count },
            ...{ total: money(total, currency), due: money(due, currency), hash: hash.slice(0, 12) },
          })}
        </p>
      </Asked>
      {decide.error && <FailedNotice thrown={decide.error} />}
    </>
  );
};

const Reopen = ({ month }: { month: string }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const decide = useDecide(month);
  const label = t('periods.reopen');
  return (
    <>
      <Reasoned
        name={t('periods.step-of', { step: label, month: monthName(month) })}
        label={label}
        why={t('periods.reopen-why')}
        isPending={decide.isPending}
        go={(reason) => decide.mutate({ step: 'reopen', reason })}
      />
      {decide.error && <FailedNotice thrown={decide.error} />}
    </>
  );
};

const reopenable: readonly Period['state'][] = ['metered', 'reconciled', 'approved'];

const Waits = ({ period }: { period: Period }) => {
  const t = useTranslate();
  if (!isAtWork(period)) return null;
  return <p role="status">{t(period.state === 'approved' ? 'periods.being-booked' : 'periods.being-written')}</p>;
};

const ofPreparer = ({ month, state }: Period) => (
  <>
    {state === 'open' && isOver(month) && <Meter month={month} isAgain={false} />}
    {state === 'metered' && <Reconcile month={month} />}
    {state === 'metered' && <Meter month={month} isAgain />}
  </>
);

/** The next step of a month for users who may take it; for others, who must take it. Explains foreseeable refusals in advance. */
export const NextStep = ({ period }: { period: Period }) => {
  const t = useTranslate();
  const who = useWho();
  const { month, state, steps, draft, blocked, closing } = period;
  const isPreparer = hasRole(who, 'finance-preparer');
  const isApprover = hasRole(who, 'finance-approver');
  const own = who?.kind === 'staff' ? `staff:${who.id}` : '';
  const isOwnWork = steps.some(({ step, by }) => (step === 'meter' || step === 'reconcile') && by === own);
  const mayApprove = isApprover && state === 'reconciled' && draft !== undefined;
  if (state === 'closed') return null;
  return (
    <div className="stack period-next">
      {state === 'open' && !isOver(month) && <p className="quiet">{t('periods.runs')}</p>}
      <Waits period={period} />
      {blocked !== undefined && <p className="notice notice-bad">{t('periods.blocked', { why: blocked })}</p>}
      {isPreparer && ofPreparer(period)}
      {mayApprove && !isOwnWork && <Approve month={month} draft={draft} />}
      {mayApprove && isOwnWork && <p>{t('periods.own-work')}</p>}
      {isApprover && closing === undefined && reopenable.includes(state) && <Reopen month={month} />}
      {!isPreparer && (state === 'metered' || (state === 'open' && isOver(month))) && (
        <p className="quiet">{t('periods.for-preparer')}</p>
      )}
      {!isApprover && state === 'reconciled' && draft && <p className="quiet">{t('periods.for-approver')}</p>}
    </div>
  );
};
