import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { memberOf } from '../../../api/directory.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { PickupChoice } from '../../../components/pickup-choice.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type HoldChange, useHoldChange } from './use-hold-change.ts';
import { useHoldName } from './use-hold-name.ts';
import type { ChangedHold, QueuedHold } from './use-queue.ts';

type Given = {
  hold: ChangedHold;
  /** Names the hold among the others of the page. */
  what: string;
  queue: readonly QueuedHold[];
  branchId: string;
  mayReorder: boolean;
  changed: () => void;
  close: () => void;
};
type Part = { hold: ChangedHold; isPending: boolean; go: (change: HoldChange) => void };

const Line = ({
  children,
  act,
  isPending,
  isReady = true,
  go,
}: {
  children?: ReactNode;
  act: string;
  isPending: boolean;
  isReady?: boolean;
  go: () => void;
}) => (
  <form
    className="row change-line"
    onSubmit={(event) => {
      event.preventDefault();
      if (isReady) go();
    }}
  >
    {children}
    <Button type="submit" size="sm" variant="default" disabled={!isReady || isPending}>
      {act}
    </Button>
  </form>
);

const Pause = ({ hold, isPending, go }: Part) => {
  const t = useTranslate();
  const [until, setUntil] = useState('');
  if (hold.state === 'frozen')
    return <Line act={t('queue.resume')} isPending={isPending} go={() => go({ to: 'resume' })} />;
  return (
    <Line act={t('queue.suspend')} isPending={isPending} go={() => go({ to: 'suspend', until })}>
      <TextInput
        size="sm"
        type="date"
        label={t('queue.suspend-until')}
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
    </Line>
  );
};

const Pickup = ({ hold, branchId, isPending, go }: Part & { branchId: string }) => {
  const t = useTranslate();
  const [pickupBranch, setPickup] = useState(hold.pickupBranch);
  return (
    <Line
      act={t('queue.change-pickup')}
      isReady={pickupBranch !== hold.pickupBranch}
      isPending={isPending}
      go={() => go({ to: 'pickup', pickupBranch })}
    >
      <PickupChoice value={pickupBranch} onChange={setPickup} home={memberOf(branchId)} />
    </Line>
  );
};

const Move = ({ isPending, go }: Part) => {
  const t = useTranslate();
  const [item, setItem] = useState('');
  return (
    <Line
      act={t('queue.move')}
      isReady={item.trim() !== ''}
      isPending={isPending}
      go={() => go({ to: 'move', item: item.trim() })}
    >
      <TextInput
        size="sm"
        label={t('queue.move-item')}
        description={t('queue.move-meaning')}
        autoComplete="off"
        maxLength={64}
        value={item}
        onChange={({ currentTarget }) => setItem(currentTarget.value)}
      />
    </Line>
  );
};

const Reorder = ({ hold, queue, isPending, go }: Part & { queue: readonly QueuedHold[] }) => {
  const t = useTranslate();
  const nameOf = useHoldName();
  const earlier = queue.filter(({ place, holdId }) => place !== undefined && holdId !== hold.holdId);
  const [before, setBefore] = useState(earlier[0]?.holdId ?? '');
  const [comment, setComment] = useState('');
  if (earlier.length === 0 || hold.place === undefined) return null;
  return (
    <Line
      act={t('queue.put')}
      isReady={comment.trim().length >= 3}
      isPending={isPending}
      go={() => go({ to: 'put', before, comment: comment.trim() })}
    >
      <NativeSelect
        size="sm"
        label={t('queue.before')}
        value={before}
        data={earlier.map((one) => ({ value: one.holdId, label: nameOf(one) }))}
        onChange={({ currentTarget }) => setBefore(currentTarget.value)}
      />
      <TextInput
        size="sm"
        label={t('queue.put-why')}
        autoComplete="off"
        maxLength={500}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
    </Line>
  );
};

/** Everything that a desk may change of one hold. */
export const ChangeHold = ({ hold, what, queue, branchId, mayReorder, changed, close }: Given) => {
  const t = useTranslate();
  const change = useHoldChange(hold, branchId, ({ to }) => {
    toast(t(`queue.${to}-done`));
    changed();
  });
  const part: Part = { hold, isPending: change.isPending, go: (one) => change.mutate(one) };
  return (
    <Dialog title={t('queue.change-title', { what })} close={close} size="lg">
      <div className="stack">
        {change.error && <FailedNotice thrown={change.error} />}
        <Pause {...part} />
        <Pickup {...part} branchId={branchId} />
        {mayReorder && <Reorder {...part} queue={queue} />}
        <Move {...part} />
        {hold.state === 'targeted' && (
          <Line
            act={t('queue.retarget')}
            isPending={part.isPending}
            go={() => part.go({ to: 'retarget', reason: 'better-copy' })}
          />
        )}
        {hold.state === 'placed' && (
          <Line act={t('queue.recall')} isPending={part.isPending} go={() => part.go({ to: 'recall' })} />
        )}
      </div>
    </Dialog>
  );
};
