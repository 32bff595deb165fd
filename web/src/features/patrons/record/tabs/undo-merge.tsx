import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import type { Answered } from '../../../../api/current-user.ts';
import { asProblem } from '../../../../api/problem.ts';
import type { Column } from '../../../../components/data-columns.ts';
import { DataTable } from '../../../../components/data-table.tsx';
import { Dialog } from '../../../../components/dialog.tsx';
import { FailedNotice, Waiting } from '../../../../components/states.tsx';
import { toast } from '../../../../components/toasts.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { useReadAgain } from '../use-record.ts';

type Line = Answered<'patrons-undo-merge'>['lines'][number];
type Given = { patronId: string; formerId: string; branchId: string; close: () => void };

const LOOK_AGAIN_MS = 5000;

const useColumns = (): Column<Line>[] => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  return [
    {
      key: 'kind',
      head: t('patron.merge-what'),
      cell: ({ kind, barcode, amount, currency }) => (
        <>
          {textOf('merged-row', kind)} {barcode && <span className="barcode">{barcode}</span>}
          {amount !== undefined && currency && money(amount, currency)}
        </>
      ),
    },
    { key: 'at', head: t('patron.when'), cell: ({ at }) => date(at) },
    { key: 'returns', head: t('patron.undo-result'), cell: ({ returns }) => textOf('undo-returns', String(returns)) },
  ];
};

/** The preview of the undo of a merge, and the undo: what returns to the other record, and what stays and why. */
export const UndoMerge = ({ patronId, formerId, branchId, close }: Given) => {
  const t = useTranslate();
  const { date } = useFormat();
  const again = useReadAgain(patronId);
  const columns = useColumns();
  const [note, setNote] = useState('');
  const ask = (dryRun: boolean) =>
    take(
      api.POST('/v1/patrons/{patronId}/merges/{formerId}/undo', {
        params: { path: { patronId, formerId } },
        body: { branchId, dryRun, ...(note.trim() !== '' && { note: note.trim() }) },
      }),
    );
  const preview = useQuery({
    queryKey: ['undo-merge', patronId, formerId],
    queryFn: () => ask(true),
    gcTime: 0,
    // A merge is complete after a minute, and can be undone then.
    refetchInterval: ({ state: { error } }) =>
      error !== null && asProblem(error).code === 'merge-running' ? LOOK_AGAIN_MS : false,
  });
  const undo = useMutation({
    mutationFn: () => ask(false),
    onSuccess: async () => {
      await again();
      toast(t('patron.merge-undone'));
      close();
    },
  });
  const { data } = preview;
  return (
    <Dialog title={t('patron.undo-merge')} close={close} size="lg">
      <div className="stack">
        {preview.error && <FailedNotice thrown={preview.error} again={() => void preview.refetch()} />}
        {!data && !preview.error && <Waiting rows={3} height={44} />}
        {data && (
          <>
            <p>{t('patron.undo-merge-effect', { date: date(data.until) })}</p>
            <DataTable
              name={t('patron.undo-merge')}
              columns={columns}
              rows={data.lines}
              rowKey={({ kind, at, barcode }) => `${kind} ${at} ${barcode ?? ''}`}
              empty={t('patron.undo-nothing')}
            />
            <p>
              {t('patron.undo-others', data.others)}
              {data.cardsThatStay > 0 && ` ${t('patron.undo-cards', { count: data.cardsThatStay })}`}
            </p>
            <TextInput
              label={t('patron.undo-why')}
              value={note}
              maxLength={500}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
            {undo.error && <FailedNotice thrown={undo.error} />}
            <p className="row">
              <Button loading={undo.isPending} onClick={() => undo.mutate()}>
                {t('patron.undo-merge-do')}
              </Button>
              <Button variant="default" onClick={close}>
                {t('do.not-now')}
              </Button>
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
};
