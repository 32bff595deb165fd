import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useCallback, useState } from 'react';
import { useDeskMark } from '../api/desk-mark.ts';
import { practiceRole } from '../api/practice.ts';
import { lazyComponent } from '../components/lazy-page.ts';
import { FootBar } from './foot-bar.tsx';
import { PageStrip } from './page-strip.tsx';
import { StaffRail } from './staff-rail.tsx';
import './staff-shell.css';
import { TopBar } from './top-bar.tsx';
import { useFocusOnPage } from './use-focus-on-page.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { useStaffKeys } from './use-staff-keys.ts';

const DeskLock = lazyComponent(() => import('./lock/desk-lock.tsx'), 'DeskLock');
const HelpSheet = lazyComponent(() => import('./help/help-sheet.tsx'), 'HelpSheet');
const PracticeBanner = lazyComponent(() => import('./practice-banner.tsx'), 'PracticeBanner');
const KeySheet = lazyComponent(() => import('./key-sheet.tsx'), 'KeySheet');

/** The frame of the pages of staff: the rail of areas, the top bar, and on a phone a bar at the foot. */
export const StaffShell = () => {
  const main = useFocusOnPage();
  // The page before is shown until the next one is loaded.
  const isLoading = useRouterState({ select: ({ status }) => status === 'pending' });
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
        <main id="main" tabIndex={-1} ref={main} aria-busy={isLoading || undefined}>
          <Outlet />
        </main>
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
