import { Dialog } from '../../../components/dialog.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MergePreview } from '../shared/merge-preview.tsx';

type Pair = { branchId: string; pair: readonly [string, string]; close: () => void; done: () => Promise<void> };

/** Two records of a pair side by side, to merge them. */
export const PairDialog = ({ branchId, pair, close, done }: Pair) => {
  const t = useTranslate();
  return (
    <Dialog title={t('patron.merge-title')} close={close} size="xl">
      <MergePreview branchId={branchId} pair={pair} away={close} done={done} />
    </Dialog>
  );
};
