import { useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { type Open, type PatronLoan, type Saying, usePatronView, useSaying } from './use-patron-view.ts';

const sayings: readonly Saying[] = ['claimed', 'lost'];

/** Asked before it is done: neither is undone by another click. */
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
  const say = useSay();
  return (
    <Question yes={say(`desk.${saying}-yes`)} isPending={isPending} go={yes} away={no}>
      <p>{say(`desk.${saying}-sure`)}</p>
    </Question>
  );
};

const LoanRow = ({ open, loan }: { open: Open; loan: PatronLoan }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { date, money } = useFormat();
  const [asked, setAsked] = useState<Saying>();
  const act = useSaying(open, loan.itemId);
  const { barcode, due, state } = loan;
  // What is lent elsewhere stays untold here, and is not this desk's to declare anything of.
  const title = loan.title ?? (barcode || say('desk.lent-elsewhere'));
  const done = act.isSuccess
    ? act.variables === 'claimed'
      ? say('desk.claimed-done')
      : act.data
        ? say('desk.lost-done', { amount: money(act.data.amount, act.data.currency) })
        : say('desk.lost-free')
    : undefined;
  const isOut = state !== 'lost' && state !== 'claimed';
  return (
    <li>
      <p>{title}</p>
      <p className="quiet">
        {title === barcode || barcode === '' ? '' : `${barcode} · `}
        {isOut ? say('paper.due', { date: date(due) }) : sayOf('loan-at-desk', state)}
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
          {sayings.map((saying) => (
            <button
              key={saying}
              type="button"
              className="text-button"
              aria-label={say(`desk.${saying}-one`, { title })}
              onClick={() => setAsked(saying)}
            >
              {say(`desk.${saying}`)}
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

/** What the patron has out, for when something does not come back: declared lost, or claimed to be returned (C72, C73). */
export const PatronLoans = ({ open }: { open: Open }) => {
  const say = useSay();
  const { data } = usePatronView(open);
  const loans = data?.loans ?? [];
  if (loans.length === 0) return null;
  return (
    <details className="patron-part">
      <summary>{say('desk.loans', { count: loans.length })}</summary>
      <ul>
        {loans.map((loan) => (
          <LoanRow key={loan.loanId} open={open} loan={loan} />
        ))}
      </ul>
    </details>
  );
};
