import { NativeSelect } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyComponent } from '../../../../components/lazy-page.ts';
import { Empty, Waiting } from '../../../../components/states.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { PatronBills } from '../../../circulation/desk/patron-bills.tsx';
import { usePatronView } from '../../../circulation/desk/use-patron-view.ts';
import type { TabProps } from '../parts.ts';

const SettledBills = lazyComponent(() => import('./settled-bills.tsx'), 'SettledBills');
const kinds = ['open', 'settled', 'all'] as const;
type Kind = (typeof kinds)[number];

/** The patron's bills: paid, waived, refunded, and charged; the settled ones with their payments and receipts. */
export const BillsTab = ({ patron: { patronId }, branchId }: TabProps) => {
  const t = useTranslate();
  const open = { patronId, branchId };
  const [kind, setKind] = useState<Kind>('open');
  const { data } = usePatronView(open);
  return (
    <div className="tab-body">
      <NativeSelect
        size="sm"
        label={t('patron.bills-shown')}
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`patron.bills-${value}`) }))}
        onChange={({ currentTarget }) => setKind(kinds.find((one) => one === currentTarget.value) ?? 'open')}
      />
      {kind !== 'settled' && (
        <>
          {data?.bills.length === 0 && <Empty title={t('patron.no-bills')} />}
          <PatronBills open={open} />
        </>
      )}
      {kind !== 'open' && (
        <Suspense fallback={<Waiting rows={2} height={44} />}>
          <SettledBills open={open} />
        </Suspense>
      )}
    </div>
  );
};
