import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { BranchChoice } from '../../../components/branch-choice.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './desk.css';
import { useBranch } from '../shared/use-branch.ts';
import { openDesk } from './desk.ts';
import { callsAt } from './desk-calls.ts';
import { deskPage, takeHanded } from './handed-scans.ts';
import { ItemActsButton } from './item-acts-button.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { storeAppShell } from './offline/app-shell.ts';
import { isLost, useOffline } from './offline/connection.ts';
import { learnForm } from './offline/desk-forms.ts';
import { takeOver } from './offline/take-over.ts';
import { PaperPanel } from './paper-panel.tsx';
import { PatronPanel } from './patron-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { RowList } from './row-list.tsx';
import { ScanBox } from './scan-box.tsx';
import { beep } from './sound.ts';
import { storedPapers } from './stored-papers.ts';

const OfflineDesk = lazyComponent(() => import('./offline/offline-desk.tsx'), 'OfflineDesk');
const BookDrop = lazyComponent(() => import('./book-drop.tsx'), 'BookDrop');
const KeyHelp = lazyComponent(() => import('./key-help.tsx'), 'KeyHelp');
// Only supervisors see it, once a patron is open.
const SpecialDue = lazyComponent(() => import('./special-due.tsx'), 'SpecialDue');
const OfflineReport = lazyComponent(() => import('./offline/offline-report.tsx'), 'OfflineReport');

/** Returns the desk; what the panel shows of a patron follows each scan. */
const useDesk = (branchId: string) => {
  const client = useQueryClient();
  const desk = useMemo(() => {
    const changed = (patronId?: string) =>
      patronId && void client.invalidateQueries({ queryKey: ['patron-view', patronId] });
    return openDesk({
      ...{ calls: callsAt(branchId), beep, changed, stored: storedPapers(client, branchId) },
      unreached: (row) => takeOver(branchId, row),
      learned: learnForm,
    });
  }, [branchId, client]);
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  return { desk, state };
};

const AtDesk = ({ branchId }: { branchId: string }) => {
  const { desk, state } = useDesk(branchId);
  useEffect(() => {
    for (const { scan, mode } of takeHanded(deskPage).scans) desk.scan(scan, mode);
  }, [desk]);
  return (
    <div className="desk-grid">
      <div className="desk-work">
        <ModeChoice mode={state.mode} choose={desk.setMode} />
        <p className="row">
          <Suspense>
            <BookDrop returnedAt={state.returnedAt} date={desk.setReturnedAt} />
          </Suspense>
          {state.patron && (
            <Suspense>
              <SpecialDue key={state.session} set={desk.setDue} />
            </Suspense>
          )}
          <ItemActsButton branchId={branchId} sent={desk.addSlip} />
        </p>
        <ScanBox desk={desk} state={state} />
        {state.question && <QuestionPanel question={state.question} answer={desk.answer} />}
        <RowList state={state} desk={desk} branchId={branchId} />
      </div>
      <div className="desk-side">
        <PatronPanel patron={state.patron} branchId={branchId} />
        <PaperPanel papers={state.papers} branchId={branchId} desk={desk} />
        <Suspense>
          <KeyHelp />
        </Suspense>
      </div>
    </div>
  );
};

const NotHere = () => {
  const t = useTranslate();
  return (
    <Empty title={t('desk.not-here')}>
      <StaffSignIn back="/desk" />
    </Empty>
  );
};

const offlinePlace = 'concord.offline-branch';

/** Makes the desk ready to work without the API: with the branch in use, and with its files in this browser. */
const useReadyOffline = (branchId: string | undefined, isKnown: boolean): string | undefined => {
  useEffect(() => {
    // Nothing of the API came yet: it may not be there.
    if (!isKnown) void isLost();
  }, [isKnown]);
  useEffect(() => {
    if (branchId === undefined) return;
    localStorage.setItem(offlinePlace, branchId);
    void Promise.all([OfflineDesk.soon(), OfflineReport.soon()])
      .then(storeAppShell)
      .catch(() => undefined);
  }, [branchId]);
  return branchId ?? localStorage.getItem(offlinePlace) ?? undefined;
};

/** The circulation desk: one input for cards and items, always ready for the scanner. */
export const DeskPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { branch } = useBranch('desk', 'desk-supervisor');
  const isOffline = useOffline();
  const offlineBranch = useReadyOffline(branch?.branchId, who !== undefined);
  useTitle(t('nav.desk'));
  if (isOffline && session?.kind === 'staff' && offlineBranch) {
    return (
      <div className="page page-wide desk">
        <div className="desk-head">
          <h1>{t('nav.desk')}</h1>
        </div>
        <Suspense>
          <OfflineDesk branchId={offlineBranch} />
        </Suspense>
      </div>
    );
  }
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide desk">
      <div className="desk-head">
        <h1>{t('nav.desk')}</h1>
        {branch && <BranchChoice branch={branch} />}
      </div>
      {branch && (
        <Suspense>
          <OfflineReport />
        </Suspense>
      )}
      {branch ? <AtDesk key={branch.branchId} branchId={branch.branchId} /> : <NotHere />}
    </div>
  );
};
