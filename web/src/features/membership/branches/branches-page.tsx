import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AddBranch } from './add-branch.tsx';
import './branches.css';
import { DetailsForm } from './details-form.tsx';
import { HoursForm } from './hours-form.tsx';
import { useEditedBranch } from './use-edited-branch.ts';

const HoursVersions = lazyComponent(() => import('./hours-versions.tsx'), 'HoursVersions');
const CloseBranch = lazyComponent(() => import('./close-branch.tsx'), 'CloseBranch');

/** Returns the branches that the signed-in user administers. */
const useOwnBranches = () => {
  const who = useWho();
  const { branches } = useDirectory();
  if (who?.kind !== 'staff') return [];
  const grants = who.grants.filter(({ role }) => role === 'member-admin' || role === 'admin');
  return branches.filter(({ branchId }) =>
    grants.some(
      (grant) =>
        grant.scope === 'consortium' ||
        (grant.scope === 'member' && grant.member === memberOf(branchId)) ||
        (grant.scope === 'branch' && grant.branch === branchId),
    ),
  );
};

const EditBranch = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const { data, error, refetch } = useEditedBranch(branchId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={280} />;
  // A form begins again only when what it edits was changed: saving one leaves what is typed in the other.
  const { calendar, ...details } = data.branch;
  return (
    <div className="branch-forms">
      <Panel title={t('branches.details')}>
        <DetailsForm key={JSON.stringify(details)} edited={data} />
      </Panel>
      <Panel title={t('branches.hours')}>
        <HoursForm key={JSON.stringify([calendar, data.calendars])} edited={data} />
      </Panel>
    </div>
  );
};

/** A part of the page that loads when it is unfolded. */
const Folded = ({ title, children }: { title: string; children: ReactNode }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <Suspense fallback={<Waiting rows={2} height={44} />}>{children}</Suspense>}
    </details>
  );
};

/** The page on which an administrator changes branches: addresses, contacts, hours and closures. */
export const BranchesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { isPending } = useDirectory();
  const branches = useOwnBranches();
  const [chosen, setChosen] = useState<string>();
  const branchId = chosen ?? branches[0]?.branchId;
  useTitle(t('branches.title'));
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('branches.title')}</h1>
        {branchId !== undefined && (
          <NativeSelect
            size="sm"
            aria-label={t('branches.branch')}
            value={branchId}
            data={branches.map((branch) => ({ value: branch.branchId, label: branch.name }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
      </div>
      <p className="quiet">
        {t('branches.meaning')} <Link to="/libraries">{t('branches.public')}</Link>
      </p>
      {!session && <StaffSignIn back="/branches" />}
      {who && !hasRole(who, 'member-admin', 'admin') && <p className="notice">{t('branches.not-yours')}</p>}
      {isPending && <Waiting rows={2} height={280} />}
      {branchId !== undefined && (
        <>
          <Folded key={`close-${branchId}`} title={t('branches.close')}>
            <CloseBranch branchId={branchId} />
          </Folded>
          <EditBranch key={branchId} branchId={branchId} />
          <Folded key={`versions-${branchId}`} title={t('branches.versions')}>
            <HoursVersions branchId={branchId} />
          </Folded>
          <details className="card">
            <summary>{t('branches.add-branch')}</summary>
            <AddBranch branches={branches} added={setChosen} />
          </details>
        </>
      )}
    </div>
  );
};
