import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { useKey } from '../../../api/use-key.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { CopyList, ListedCopy } from './branch-lists.ts';
import { WhyCopy } from './why-copy.tsx';

type Act = { row: ListedCopy; branchId: string; done: (itemId: string) => void };
type CancelBody = operations['circulation-cancel-transit']['requestBody']['content']['application/json'];
type Reason = CancelBody['reason'];

const useCancelTransit = ({ row, branchId, done }: Act) => {
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (reason: Reason) => {
      const body: CancelBody = { branchId, item: row.itemId, reason, force: true };
      return take(api.POST('/v1/circulation/transit-cancellations', { body, ...keyed(keyFor(body)) }));
    },
    onSettled: (_, thrown) => settle(thrown),
    onSuccess: () => done(row.itemId),
  });
};

/** Has another copy fetched for the hold, because this one is not on its shelf. */
const NotOnShelf = (act: Act) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const { row, branchId, done } = act;
  const cancel = useCancelTransit(act);
  const { keyFor, settle } = useKey();
  const { recordId = '', holdId } = row;
  const retarget = useMutation({
    mutationFn: (id: string) => {
      const body = { branchId, reason: 'not-on-shelf' as const };
      const path = { recordId, holdId: id };
      return take(
        api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/retargeting', {
          ...{ params: { path }, body },
          ...keyed(keyFor(path)),
        }),
      );
    },
    onSettled: (_, thrown) => settle(thrown),
    onSuccess: ({ page }) => {
      toast(page ? t('holds.now-asked', { branch: branchName(page.branchId) }) : t('holds.waits-again'));
      done(row.itemId);
    },
  });
  const thrown = retarget.error ?? cancel.error;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={retarget.isPending || cancel.isPending}
        aria-label={t('holds.not-found-one', { title: row.title ?? row.barcode })}
        onClick={() => (holdId === undefined ? cancel.mutate('not-sent') : retarget.mutate(holdId))}
      >
        {t('holds.not-found')}
      </Button>
      {thrown && <FailedNotice thrown={thrown} />}
    </>
  );
};

const reasons: readonly Reason[] = ['wrong-item', 'sent-in-error', 'wanted-here', 'not-sent', 'owner-recalls', 'other'];

/** Cancels a transit, with a reason that is stored. */
const CancelTransit = (act: Act) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [reason, setReason] = useState<Reason>();
  const cancel = useCancelTransit(act);
  const title = act.row.title ?? act.row.barcode;
  if (reason === undefined) {
    return (
      <Button
        size="xs"
        variant="default"
        aria-label={t('holds.cancel-transit-one', { title })}
        onClick={() => setReason('not-sent')}
      >
        {t('holds.cancel-transit')}
      </Button>
    );
  }
  return (
    <div className="stack">
      <NativeSelect
        size="xs"
        label={t('holds.cancel-reason')}
        value={reason}
        data={reasons.map((value) => ({ value, label: textOf('cancel-reason', value) }))}
        onChange={({ currentTarget }) => setReason(currentTarget.value as Reason)}
      />
      <p className="row">
        <Button size="xs" loading={cancel.isPending} onClick={() => cancel.mutate(reason)}>
          {t('holds.cancel-transit')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setReason(undefined)}>
          {t('do.not-now')}
        </Button>
      </p>
      {cancel.error && <FailedNotice thrown={cancel.error} />}
    </div>
  );
};

/** Marks a missing copy of the own library as found; a copy of another library is found by its scan. */
const MarkFound = ({ row, branchId, done }: Act) => {
  const t = useTranslate();
  const { keyFor, settle } = useKey();
  const mark = useMutation({
    mutationFn: () => {
      const body = { branchId, item: row.itemId, state: 'available' as const };
      return take(api.POST('/v1/circulation/item-marks', { body, ...keyed(keyFor(body)) }));
    },
    onSettled: (_, thrown) => settle(thrown),
    onSuccess: () => {
      toast(t('holds.found-done', { title: row.title ?? row.barcode }));
      done(row.itemId);
    },
  });
  if (row.memberId !== memberOf(branchId)) return <span className="quiet">{t('holds.found-by-scan')}</span>;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={mark.isPending}
        aria-label={t('holds.found-one', { title: row.title ?? row.barcode })}
        onClick={() => mark.mutate()}
      >
        {t('holds.found')}
      </Button>
      {mark.error && <FailedNotice thrown={mark.error} />}
    </>
  );
};

/** The actions that end an entry of a list without a scan. */
export const EndAct = ({ list, ...act }: Act & { list: CopyList }) => {
  const { title, barcode, recordId, holdId } = act.row;
  if (list === 'pull')
    return (
      <>
        <NotOnShelf {...act} />
        {recordId !== undefined && holdId !== undefined && (
          <WhyCopy what={title ?? barcode} ask={{ recordId, holdId, branchId: act.branchId }} />
        )}
      </>
    );
  return list === 'missing' ? <MarkFound {...act} /> : <CancelTransit {...act} />;
};
