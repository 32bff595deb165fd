import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { type Answered, useProfile } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { PickupChoice } from '../../../components/pickup-choice.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Hold = Answered<'circulation-list-my-holds'>['holds'][number];
type Change = { hold: Hold; title: string };

/** Sends a change of a hold, shows the result, and refetches the holds. */
const useChange = <T,>(
  send: (asked: T) => Promise<unknown>,
  message: (asked: T) => string,
  done: () => void = () => {},
) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (_, asked) => {
      toast(message(asked));
      done();
      return client.invalidateQueries({ queryKey: ['holds'] });
    },
  });
};

const pathOf = ({ recordId, holdId }: Hold) => ({ params: { path: { recordId, holdId } } });

const Resume = ({ hold, title }: Change) => {
  const t = useTranslate();
  const resume = useChange(
    () => take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/resumption', { ...pathOf(hold), body: {} })),
    () => t('hold.resumed', { title }),
  );
  return (
    <>
      <Button
        variant="default"
        size="sm"
        loading={resume.isPending}
        aria-label={t('hold.resume-one', { title })}
        onClick={() => resume.mutate(undefined)}
      >
        {t('hold.resume')}
      </Button>
      {resume.error && <FailedNotice thrown={resume.error} />}
    </>
  );
};

const Pause = ({ hold, title }: Change) => {
  const t = useTranslate();
  const [until, setUntil] = useState('');
  const pause = useChange(
    (day: string) =>
      take(
        api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/suspension', {
          ...pathOf(hold),
          body: day === '' ? {} : { until: day },
        }),
      ),
    () => t('hold.paused', { title }),
  );
  return (
    <details>
      <summary aria-label={t('hold.pause-one', { title })}>{t('hold.pause')}</summary>
      <TextInput
        type="date"
        label={t('hold.pause-until')}
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
      <Button size="sm" loading={pause.isPending} onClick={() => pause.mutate(until)}>
        {t('hold.pause')}
      </Button>
      {pause.error && <FailedNotice thrown={pause.error} />}
    </details>
  );
};

/** Suspends a hold until a day or until resumed, or resumes it; it keeps its queue position. */
export const PauseHold = (change: Change) =>
  change.hold.state === 'frozen' ? <Resume {...change} /> : <Pause {...change} />;

/** Changes the pickup branch of a hold. */
export const MoveHold = ({ hold, title }: Change) => {
  const t = useTranslate();
  const profile = useProfile();
  const { branchName } = useDirectory();
  const [branch, setBranch] = useState(hold.pickupBranch);
  const move = useChange(
    (pickupBranch: string) =>
      take(
        api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/pickup', {
          ...pathOf(hold),
          body: { pickupBranch },
        }),
      ),
    (pickupBranch) => t('hold.moved', { title, branch: branchName(pickupBranch) }),
  );
  return (
    <details>
      <summary aria-label={t('hold.move-one', { title })}>{t('hold.move')}</summary>
      <PickupChoice value={branch} onChange={setBranch} home={profile.data?.homeMember} />
      <Button
        size="sm"
        disabled={branch === hold.pickupBranch}
        loading={move.isPending}
        onClick={() => move.mutate(branch)}
      >
        {t('do.confirm-hold')}
      </Button>
      {move.error && <FailedNotice thrown={move.error} />}
    </details>
  );
};
