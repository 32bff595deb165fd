import { Empty } from '../../../../components/states.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { PatronBlocks } from '../../../circulation/desk/patron-blocks.tsx';
import type { TabProps } from '../parts.ts';
import { useReadAgain } from '../use-record.ts';

/** The patron's blocks with their reasons, of another library's patron those set here; a supervisor lifts them and sets others. */
export const BlocksTab = ({ patron, branchId }: TabProps) => {
  const t = useTranslate();
  const again = useReadAgain(patron.patronId);
  return (
    <div className="tab-body">
      {patron.blocks.length === 0 && <Empty title={t('patron.no-blocks')} />}
      <PatronBlocks patron={patron} branchId={branchId} again={again} />
    </div>
  );
};
