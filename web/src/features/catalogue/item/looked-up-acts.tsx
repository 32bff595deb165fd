import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { newKey } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { CheckIn } from '../../circulation/desk/desk-types.ts';
import { deskPage, handScans } from '../../circulation/desk/handed-scans.ts';
import { DeskItemActs } from '../../circulation/desk/item-acts-button.tsx';
import { withPaper } from '../../circulation/desk/papers.ts';
import { storedPapers } from '../../circulation/desk/stored-papers.ts';
import { useItemAct } from '../../circulation/desk/use-item-act.ts';
import { PlaceHoldButton } from '../../circulation/shared/place-hold-button.tsx';
import { useBranch } from '../../circulation/shared/use-branch.ts';
import type { Copy } from './item.ts';

/** Returns the function that adds the slip of a sent item to the papers of the desk, which prints it. */
const useSlip = (branchId: string) => {
  const client = useQueryClient();
  return (barcode: string, checkIn: CheckIn): void => {
    const papers = storedPapers(client, branchId);
    const [key, at] = [newKey(), new Date().toISOString()];
    const row = { key, scan: barcode, mode: 'in' as const, session: 0, state: 'ended' as const, at };
    papers.write(withPaper(papers.read(), { kind: 'slip', key, row, checkIn, at, state: 'waiting' }));
  };
};

const Acts = ({ copy: { barcode, recordId, state }, branchId }: { copy: Copy; branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const slip = useSlip(branchId);
  const [isSending, setIsSending] = useState(false);
  const readAgain = () => void client.invalidateQueries({ queryKey: ['copy'] });
  const [done, setDone] = useState<'missing' | 'available'>();
  const act = useItemAct(branchId, {
    done: () => {
      setDone(marked);
      readAgain();
    },
    failed: () => setDone(undefined),
  });
  const marked = state === 'missing' ? 'available' : 'missing';
  const checkIn = (): void => {
    handScans(deskPage, [{ scan: barcode, mode: 'in' }]);
    void navigate({ to: '/desk' });
  };
  return (
    <>
      <div className="row">
        <Button size="sm" onClick={checkIn}>
          {t('copy-room.check-in')}
        </Button>
        <PlaceHoldButton branchId={branchId} recordId={recordId} />
        <Button
          size="sm"
          variant="default"
          loading={act.isPending}
          onClick={() => act.mutate({ key: newKey(), act: { did: 'marked', item: barcode, state: marked } })}
        >
          {t(`copy-room.mark-${marked}`)}
        </Button>
        <Button size="sm" variant="default" onClick={() => setIsSending(true)}>
          {t('copy-room.send')}
        </Button>
      </div>
      <p role="status">{done && t(`copy-room.marked-${done}`)}</p>
      {act.error && <FailedNotice thrown={act.error} />}
      {isSending && (
        <Suspense>
          <DeskItemActs
            {...{ branchId, sent: slip, item: barcode, first: 'sent' as const }}
            close={() => {
              setIsSending(false);
              readAgain();
            }}
          />
        </Suspense>
      )}
    </>
  );
};

/** What staff of a desk do with an item that they looked up: check it in, place a hold, mark it missing or found, send it to a branch. */
export const LookedUpActs = ({ copy }: { copy: Copy }) => {
  const { branch } = useBranch('desk', 'desk-supervisor');
  if (!branch || !copy.barcode || copy.state === 'withdrawn') return null;
  return <Acts copy={copy} branchId={branch.branchId} />;
};
