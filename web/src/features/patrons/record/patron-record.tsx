import { Suspense, useState } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useAsRecent } from '../../../components/recent.ts';
import { Waiting } from '../../../components/states.tsx';
import { sortedName } from '../shared/patron-name.ts';
import { Alerts } from './alerts.tsx';
import { RecordDialogs } from './dialogs.tsx';
import { MayBorrow } from './may-borrow.tsx';
import type { DialogName, Tab } from './parts.ts';
import { RecordHead } from './record-head.tsx';
import { RecordTabs } from './tabs.tsx';
import type { Patron } from './use-record.ts';

const PatronScan = lazyComponent(() => import('./patron-scan.tsx'), 'PatronScan');

type Shown = { patron: Patron; branchId: string };

/** The record: head, alerts, the scan box, the tabs, and the limits beside them. */
export const PatronRecord = ({ patron, branchId }: Shown) => {
  const [dialog, setDialog] = useState<DialogName>();
  const [tab, setTab] = useState<Tab>('loans');
  useAsRecent(sortedName(patron.name));
  return (
    <>
      <RecordHead patron={patron} branchId={branchId} open={setDialog} openTab={setTab} />
      <Alerts patron={patron} branchId={branchId} openTab={setTab} openDialog={setDialog} />
      <div className="record-grid">
        <div className="record-main">
          <Suspense fallback={<Waiting rows={1} height={86} />}>
            <PatronScan patron={patron} branchId={branchId} />
          </Suspense>
          <RecordTabs patron={patron} branchId={branchId} tab={tab} choose={setTab} />
        </div>
        <MayBorrow patron={patron} branchId={branchId} openTab={setTab} />
      </div>
      <RecordDialogs patron={patron} branchId={branchId} dialog={dialog} close={() => setDialog(undefined)} />
    </>
  );
};
