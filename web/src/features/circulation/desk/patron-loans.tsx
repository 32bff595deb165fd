import { useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { WhyButton } from '../shared/why-button.tsx';
import { type Open, type PatronLoan, type Saying, usePatronView, useSaying } from './use-patron-view.ts';

const sayings: readonly Saying[] = ['claimed', 'lost'];

/** Asks for confirmation, because another click cannot undo either action. */
const Sure = ({
  saying,
  isPending,
  yes,
  no,
}: {
  saying: Saying;
  isPending: boolean;
  yes: () => void;
  no: () => void;
}) => {
  const t = useTranslate();
  return (
    <Question yes={t(`desk.${saying}-yes`)} isPending={isPending} go={yes} away={no}>
      <p>{t(`desk.${saying}-sure`)}</p>
    </Question>
  );
};

const LoanRow = ({ open, loan }: { open: Open; loan: PatronLoan }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const [asked, setAsked] = useState<Saying>();
  const act = useSaying(open, loan.itemId);
  const { barcode, due, state, accrued } = loan;
  // A title lent elsewhere is not disclosed here, and this desk cannot declare anything about it.
  const title = loan.title ?? (barcode || t('desk.lent-elsewhere'));
  const done = act.isSuccess
    ? act.variables === 'claimed'
      ? t('desk.claimed-done')
      : act.data
        ? t('desk.lost-done', { amount: money(act.data.amount, act.data.currency) })
        : t('desk.lost-free')
    : undefined;
  const isOut = state !== 'lost' && state !== 'claimed';
  return (
    <li>
      <p>{title}</p>
      <p className="quiet">
        {title === barcode || barcode === '' ? '' : `${barcode} · `}
        {isOut ? t('paper.due', { date: date(due) }) : textOf('loan-at-desk', state)}
        {accrued && ` · ${t('desk.loan-accrued', { amount: money(accrued.amount, accrued.currency) })}`}
      </p>
      {asked && (
        <Sure
          saying={asked}
          isPending={act.isPending}
          yes={() => act.mutate(asked, { onSettled: () => setAsked(undefined) })}
          no={() => setAsked(undefined)}
        />
      )}
      {!asked && isOut && barcode !== '' && (
        <p className="row">
          <WhyButton
            ask={{ of: 'renewal', body: { branchId: open.branchId, item: loan.itemId || barcode } }}
            label={`${t('why.open')} ${title}`}
          />
          {sayings.map((saying) => (
            <button
              key={saying}
              type="button"
              className="text-button"
              aria-label={t(`desk.${saying}-one`, { title })}
              onClick={() => setAsked(saying)}
            >
              {t(`desk.${saying}`)}
            </button>
          ))}
        </p>
      )}
      {act.error && <FailedNotice thrown={act.error} />}
      {done && (
        <p className="good" role="status">
          {done}
        </p>
      )}
    </li>
  );
};

/** The patron's loans, to declare an item lost or claimed returned (C72, C73). */
export const PatronLoans = ({ open, name }: { open: Open; name?: string }) => {
  const t = useTranslate();
  const { data } = usePatronView(open);
  const loans = data?.loans ?? [];
  if (loans.length === 0) return null;
  return (
    <details className="patron-part">
      <summary>{name ?? t('desk.loans', { count: loans.length })}</summary>
      <ul>
        {loans.map((loan) => (
          <LoanRow key={loan.loanId} open={open} loan={loan} />
        ))}
      </ul>
    </details>
  );
};
