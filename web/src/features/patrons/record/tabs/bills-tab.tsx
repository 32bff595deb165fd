import { Empty } from '../../../../components/states.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { PatronBills } from '../../../circulation/desk/patron-bills.tsx';
import { usePatronView } from '../../../circulation/desk/use-patron-view.ts';
import type { TabProps } from '../parts.ts';

/** The patron's bills: paid, waived, refunded, and charged. */
export const BillsTab = ({ patron: { patronId }, branchId }: TabProps) => {
  const t = useTranslate();
  const open = { patronId, branchId };
  const { data } = usePatronView(open);
  return (
    <div className="tab-body">
      {data?.bills.length === 0 && <Empty title={t('patron.no-bills')} />}
      <PatronBills open={open} />
    </div>
  );
};
