import { Suspense, useCallback, useState } from 'react';
import { useDeskMark } from '../api/desk-mark.ts';
import { practiceRole } from '../api/practice.ts';
import { lazyComponent } from '../components/lazy-page.ts';
import { useBranch } from '../features/circulation/shared/use-branch.ts';
import { FootBar } from './foot-bar.tsx';
import { PageMain } from './page-main.tsx';
import { PageStrip } from './page-strip.tsx';
import { StaffRail } from './staff-rail.tsx';
import './staff-shell.css';
import { TopBar } from './top-bar.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { usePlace } from './use-place.ts';
import { useStaffKeys } from './use-staff-keys.ts';

const DeskLock = lazyComponent(() => import('./lock/desk-lock.tsx'), 'DeskLock');
const HelpSheet = lazyComponent(() => import('./help/help-sheet.tsx'), 'HelpSheet');
const PracticeBanner = lazyComponent(() => import('./practice-banner.tsx'), 'PracticeBanner');
const KeySheet = lazyComponent(() => import('./key-sheet.tsx'), 'KeySheet');

/** The frame of the pages of staff: the rail of areas, the top bar, and on a phone a bar at the foot. */
export const StaffShell = () => {
  const { branch } = useBranch();
  usePlace(branch?.branchId);
  const role = practiceRole();
  const desk = useDeskMark();
  useIdleLock(desk?.lockMinutes);
  const [isOpen, setOpen] = useState(false);
  const [sheet, setSheet] = useState<'keys' | 'help'>();
  const showKeys = useCallback(() => setSheet('keys'), []);
  const showHelp = useCallback(() => setSheet('help'), []);
  useStaffKeys({ showKeys, showHelp });
  return (
    <div className="staff" data-open={isOpen || undefined} data-practice={role !== undefined || undefined}>
      <StaffRail showKeys={showKeys} showHelp={showHelp} close={() => setOpen(false)} />
      <div className="staff-body">
        {role !== undefined && (
          <Suspense>
            <PracticeBanner />
          </Suspense>
        )}
        <TopBar />
        <PageStrip />
        <PageMain />
      </div>
      <FootBar isOpen={isOpen} toggle={() => setOpen(!isOpen)} />
      {desk && (
        <Suspense>
          <DeskLock />
        </Suspense>
      )}
      {sheet && (
        <Suspense>
          {sheet === 'keys' ? (
            <KeySheet close={() => setSheet(undefined)} />
          ) : (
            <HelpSheet close={() => setSheet(undefined)} />
          )}
        </Suspense>
      )}
    </div>
  );
};
