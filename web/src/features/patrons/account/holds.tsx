import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { Question } from '../../../components/question.tsx';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { MoveHold, PauseHold } from './change-hold.tsx';
import { AccountPart } from './part.tsx';

type Hold = Answered<'circulation-list-my-holds'>['holds'][number];

/** Whether a hold can be suspended: it waits for a copy. */
const mayPause = ({ state }: Hold): boolean => ['placed', 'targeted'].includes(state);
/** Whether the pickup branch of a hold can be changed: its copy is not on the hold shelf yet. */
const mayMove = ({ state }: Hold): boolean => ['placed', 'frozen', 'targeted', 'in-transit'].includes(state);

const useCancel = () => {
  const t = useTranslate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ recordId, holdId }: Hold) =>
      take(
        api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/cancellation', {
          params: { path: { recordId, holdId } },
          body: {},
        }),
      ),
    onSuccess: (_, { title }) => {
      toast(t('hold.cancelled', { title: title ?? '' }));
      return client.invalidateQueries({ queryKey: ['holds'] });
    },
  });
};

const HoldState = ({ hold }: { hold: Hold }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  if (hold.shelfExpiresAt)
    return (
      <Badge tone="good" icon="yes">
        {t('hold.ready-until', { date: date(hold.shelfExpiresAt) })}
      </Badge>
    );
  const place = hold.place === undefined ? '' : ` · ${t('hold.place', { place: hold.place })}`;
  const until = hold.state === 'frozen' ? hold.suspended?.until : undefined;
  return (
    <Badge tone="none" icon="hold">
      {until === undefined ? textOf('hold-state', hold.state) : t('hold.paused-until', { date: date(until) })}
      {place}
    </Badge>
  );
};

/** The estimated wait, marked as an estimate; hidden where there is none. */
const HoldWait = ({ hold: { wait, state } }: { hold: Hold }) => {
  const t = useTranslate();
  if (wait === undefined || state !== 'placed') return null;
  if (wait.copies === 0) return <p className="quiet">{t('hold.hopeless')}</p>;
  const weeks = Math.ceil((wait.days ?? 0) / 7);
  return weeks === 0 ? null : <p className="quiet">{t('hold.wait', { copies: wait.copies, weeks })}</p>;
};

const HoldRow = ({ hold }: { hold: Hold }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const cancel = useCancel();
  const [isAsked, setIsAsked] = useState(false);
  const title = hold.title ?? hold.recordId;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <Link to="/record/$recordId" params={{ recordId: hold.recordId }}>
            {title}
          </Link>
        </h3>
        <p className="quiet">{t('hold.collect-at', { branch: branchName(hold.pickupBranch) })}</p>
        <HoldState hold={hold} />
        <HoldWait hold={hold} />
        {isAsked && (
          <Question
            yes={t('hold.cancel-yes')}
            isPending={cancel.isPending}
            go={() => cancel.mutate(hold)}
            away={() => setIsAsked(false)}
          >
            <p>{t('hold.cancel-sure', { title })}</p>
          </Question>
        )}
        {cancel.error && <FailedNotice thrown={cancel.error} />}
        {(mayPause(hold) || hold.state === 'frozen') && <PauseHold hold={hold} title={title} />}
        {mayMove(hold) && <MoveHold hold={hold} title={title} />}
      </div>
      <Button
        variant="default"
        size="sm"
        disabled={isAsked}
        aria-label={t('hold.cancel-one', { title })}
        onClick={() => setIsAsked(true)}
      >
        {t('do.cancel')}
      </Button>
    </li>
  );
};

/** The patron's holds and their states. */
export const Holds = () => {
  const t = useTranslate();
  const query = useQuery({ queryKey: ['holds'], queryFn: () => take(api.GET('/v1/circulation/my/holds')) });
  const holds = query.data?.holds ?? [];
  return (
    <AccountPart id="holds" title={t('account.holds')} query={query}>
      {holds.length === 0 && <Empty title={t('hold.none')} />}
      <ul className="rows">
        {holds.map((hold) => (
          <HoldRow key={hold.holdId} hold={hold} />
        ))}
      </ul>
    </AccountPart>
  );
};
