import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { concerns } from '../shared/concerns.ts';
import { History } from '../shared/history.tsx';
import { useCopy } from './item.ts';

/** Shows what happened to one item: changes of its barcode and visibility, batch edits, offers as the last copy. */
export const ItemHistoryDialog = ({ barcode, close }: { barcode: string; close: () => void }) => {
  const t = useTranslate();
  const { data: item, error, refetch } = useCopy(barcode);
  return (
    <Dialog title={t('copy-room.history')} close={close} size="lg">
      <p className="barcode">{barcode}</p>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!item && !error && <Waiting rows={2} height={60} />}
      {item?.recordId && <History recordId={item.recordId} about={concerns(item)} none={t('copy-room.no-history')} />}
    </Dialog>
  );
};
