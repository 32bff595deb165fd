import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Question } from '../../../components/question.tsx';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AccountPart } from './part.tsx';

type PastLoan = Answered<'circulation-my-history'>['loans'][number];

const Row = ({ loan: { recordId, title, checkoutBranch, checkedOutAt, endedAt, until } }: { loan: PastLoan }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const named = title ?? t('reading.untitled');
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          {recordId === undefined ? (
            named
          ) : (
            <Link to="/record/$recordId" params={{ recordId }}>
              {named}
            </Link>
          )}
        </h3>
        <p className="quiet">
          {t('reading.loan', {
            branch: branchName(checkoutBranch),
            from: date(checkedOutAt),
            to: date(endedAt),
          })}
          {until !== undefined && ` · ${t('reading.until', { date: date(until) })}`}
        </p>
      </div>
    </li>
  );
};

/** Turns the history on, or off after a question: what was listed is then deleted. */
const Switch = ({ isOn }: { isOn: boolean }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const turn = useMutation({
    mutationFn: (on: boolean) => take(api.POST('/v1/circulation/me/reading-history', { body: { on } })),
    onSuccess: ({ on }) => toast(t(on ? 'reading.turned-on' : 'reading.turned-off')),
    onSettled: () => {
      setIsAsked(false);
      // A long list is read again from its beginning: its later pages may be gone.
      return client.resetQueries({ queryKey: ['reading-history'] });
    },
  });
  return (
    <>
      {isAsked ? (
        <Question
          yes={t('reading.off-yes')}
          isPending={turn.isPending}
          go={() => turn.mutate(false)}
          away={() => setIsAsked(false)}
        >
          <p>{t('reading.off-sure')}</p>
        </Question>
      ) : (
        <p>
          <Button
            variant="default"
            size="sm"
            loading={turn.isPending}
            onClick={() => (isOn ? setIsAsked(true) : turn.mutate(true))}
          >
            {t(isOn ? 'reading.turn-off' : 'reading.turn-on')}
          </Button>
        </p>
      )}
      {turn.error && <FailedNotice thrown={turn.error} />}
    </>
  );
};

/** The patron's own reading history: off unless turned on, and deleted when it is turned off. */
export const ReadingHistory = () => {
  const t = useTranslate();
  const query = useInfiniteQuery({
    queryKey: ['reading-history'],
    queryFn: ({ pageParam }) =>
      take(api.GET('/v1/circulation/me/reading-history', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const pages = query.data?.pages ?? [];
  const isOn = pages.at(-1)?.on === true;
  const loans = pages.flatMap((page) => page.loans);
  return (
    <AccountPart id="reading" title={t('account.reading')} query={query}>
      <p className="quiet">{t(isOn ? 'reading.on' : 'reading.off')}</p>
      <Switch isOn={isOn} />
      {isOn && loans.length === 0 && <Empty title={t('reading.none')} />}
      {!isOn && loans.length > 0 && <p className="quiet">{t('reading.kept')}</p>}
      <ul className="rows">
        {loans.map((loan) => (
          <Row key={loan.loanId} loan={loan} />
        ))}
      </ul>
      {query.hasNextPage && (
        <p>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('reading.more')}
          </Button>
        </p>
      )}
    </AccountPart>
  );
};
