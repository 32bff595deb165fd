import { Link } from '@tanstack/react-router';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Reasoned } from '../shared/reasoned.tsx';
import { type Reconciled, useReconciliation } from '../shared/reconciliation.ts';
import { Asked } from './asked.tsx';
import { usePrepare } from './period.ts';

type Step = ReturnType<typeof usePrepare>;
type Against = { month: string; reconciled: Reconciled; currency: string; prepare: Step };

const ByBill = ({ month, reconciled: { bill, billed, exceptions }, currency, prepare }: Against) => {
  const t = useTranslate();
  const { month: monthName, amount } = useFormat();
  const open = exceptions.filter((one) => one.open).length;
  const label = t('periods.reconcile');
  if (open > 0) return <p>{t('periods.differences', { count: open })}</p>;
  return (
    <Asked
      name={t('periods.step-of', { step: label, month: monthName(month) })}
      label={label}
      yes={t('periods.reconcile-yes')}
      isPending={prepare.isPending}
      go={() => prepare.mutate({ step: 'reconcile', billId: bill.billId })}
    >
      <p>
        {t('periods.reconcile-sure', {
          ...{ month: monthName(month), file: bill.fileName, billed: amount(billed.exact, currency) },
        })}
      </p>
    </Asked>
  );
};

/** Reconciles a month with its latest bill once its differences are explained, or closes it without a bill for a reason. */
export const Reconcile = ({ month }: { month: string }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const { data, error, refetch } = useReconciliation(month, true);
  const prepare = usePrepare(month);
  const label = t('periods.reconcile-without');
  // A month without a price book has no bill to show; every other error may be temporary.
  const isPassing = error !== null && asProblem(error).status !== 404;
  return (
    <>
      <p>
        <Link to="/reconciliation/$month" params={{ month }}>
          {t('reconcile.title', { month: monthName(month) })}
        </Link>
        {data && !data.reconciled && <span className="quiet"> – {t('reconcile.no-bill')}</span>}
      </p>
      {isPassing && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={1} height={36} />}
      {data?.reconciled && <ByBill {...{ month, prepare }} reconciled={data.reconciled} currency={data.currency} />}
      <Reasoned
        name={t('periods.step-of', { step: label, month: monthName(month) })}
        label={label}
        why={t('periods.reconcile-why')}
        isPending={prepare.isPending}
        go={(reason) => prepare.mutate({ step: 'reconcile', reason })}
      />
      {prepare.error && <FailedNotice thrown={prepare.error} />}
    </>
  );
};
