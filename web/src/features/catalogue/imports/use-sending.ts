import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { newKey } from '../../../api/client.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { sendFile } from '../../../api/send-file.ts';
import { useAskBeforeLeaving } from '../../../components/use-confirm-leaving.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Kind, type Opened, openLoad, sentKey } from '../shared/imports.ts';

/** The progress of an upload. */
export type Sending =
  | { is: 'not-begun' }
  | { is: 'opening' }
  | { is: 'under-way'; sent: number }
  | { is: 'broken'; problem: Problem };

type Order = { file: File; kind: Kind };
type StoredOrder = Order & Opened;

/** Whether an opened import still accepts this file. */
const takes = (stored: StoredOrder | undefined, { file, kind }: Order): stored is StoredOrder =>
  stored?.file === file && stored.kind === kind && Date.parse(stored.upload.expiresAt) > Date.now();

/**
 * Opens an import and uploads its file. An aborted upload is sent again to the same import while its address is valid, to a new one
 * afterwards. Leaving the page during an upload asks for confirmation.
 */
export const useSending = (memberId: string, sent: (importId: string) => void) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending>({ is: 'not-begun' });
  const opened = useRef<StoredOrder>(undefined);
  const stop = useRef<() => void>(undefined);
  const isGoing = sending.is === 'opening' || sending.is === 'under-way';
  useAskBeforeLeaving(() => stop.current !== undefined, t('loads.leave'));
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    // Leaving the page aborts the upload.
    return () => {
      isLeft.current = true;
      stop.current?.();
    };
  }, []);
  const begin = async (order: Order): Promise<void> => {
    setSending({ is: 'opening' });
    try {
      const { file, kind } = order;
      const before = opened.current;
      const body = { fileName: file.name.slice(-200), bytes: file.size, kind };
      const load: StoredOrder = takes(before, order)
        ? before
        : { ...order, ...(await openLoad(memberId, body, newKey())) };
      opened.current = load;
      if (isLeft.current) return;
      setSending({ is: 'under-way', sent: 0 });
      const going = sendFile(file, load.upload, (bytes) => setSending({ is: 'under-way', sent: bytes }));
      stop.current = going.stop;
      await going.done;
      stop.current = undefined;
      client.setQueryData(sentKey(load.importId), true);
      sent(load.importId);
    } catch (thrown) {
      stop.current = undefined;
      const problem = asProblem(thrown);
      // An address that refused once refuses again.
      if (problem.code === 'file-not-taken') opened.current = undefined;
      setSending({ is: 'broken', problem });
    }
    void client.invalidateQueries({ queryKey: ['loads', memberId] });
  };
  return { sending, isGoing, begin, stop: () => stop.current?.() };
};
