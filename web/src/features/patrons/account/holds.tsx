import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { Badge } from '../../../components/badge.tsx';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { toast, toastWithUndo } from '../../../components/toasts.tsx';
import { useProblemText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { MoveHold, PauseHold } from './change-hold.tsx';
import { AccountPart } from './part.tsx';

type Hold = Answered<'circulation-list-my-holds'>['holds'][number];

/** Whether a hold can be suspended: it waits for a copy. */
const mayPause = ({ state }: Hold): boolean => ['placed', 'targeted'].includes(state);
/** Whether the pickup branch of a hold can be changed: its copy is not on the hold shelf yet. */
const mayMove = ({ state }: Hold): boolean => ['placed', 'frozen', 'targeted', 'in-transit'].includes(state);

const at = ({ recordId, holdId }: Hold) => ({ params: { path: { recordId, holdId } }, body: {} });
const titleOf = ({ title, recordId }: Hold): string => title ?? recordId;

/** Cancels a hold at once, and offers to undo it for some seconds: restored, it waits at its old place. */
const useCancel = () => {
  const t = useTranslate();
  const problemText = useProblemText();
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ['holds'] });
  const restore = useMutation({
    mutationFn: (hold: Hold) =>
      take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/restoration', at(hold))),
    onSuccess: (_, hold) => {
      toast(t('hold.restored', { title: titleOf(hold) }));
      return changed();
    },
    // The row has left the list, so the page has no place for a notice.
    onError: (thrown, hold) =>
      toast(t('hold.not-restored', { title: titleOf(hold), why: problemText(asProblem(thrown)) })),
  });
  return useMutation({
    mutationFn: (hold: Hold) =>
      take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/cancellation', at(hold))),
    onSuccess: (_, hold) => {
      const undo = { label: t('hold.undo'), act: () => restore.mutate(hold), key: 'U' };
      toastWithUndo(t('hold.cancelled', { title: titleOf(hold) }), undo);
      return changed();
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
  const title = titleOf(hold);
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
        {cancel.error && <FailedNotice thrown={cancel.error} />}
        {(mayPause(hold) || hold.state === 'frozen') && <PauseHold hold={hold} title={title} />}
        {mayMove(hold) && <MoveHold hold={hold} title={title} />}
      </div>
      <Button
        variant="default"
        size="sm"
        loading={cancel.isPending}
        aria-label={t('hold.cancel-one', { title })}
        onClick={() => cancel.mutate(hold)}
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
