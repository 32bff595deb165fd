import { useDirectory } from '../../../api/directory.ts';
import { Barcode } from '../../../components/barcode.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { PaperSheets, Sheet } from '../desk/paper-sheet.tsx';
import type { Tote } from './use-courier.ts';

/** The label of a tote for 80 mm paper: where it goes, how much is in it, and its number in Code 128. */
export const ToteLabel = ({ tote, close }: { tote: Tote; close: () => void }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  return (
    <PaperSheets name={t('courier.label')} close={close}>
      <Sheet branchId={tote.from} at={tote.sentAt ?? tote.openedAt}>
        <div className="tote-label">
          <p className="tote-to">{branchName(tote.to)}</p>
          <p>{t('courier.item-count', { count: tote.items.length })}</p>
          <Barcode text={tote.toteId} height={60} />
          <p className="barcode">{tote.toteId}</p>
        </div>
      </Sheet>
    </PaperSheets>
  );
};
