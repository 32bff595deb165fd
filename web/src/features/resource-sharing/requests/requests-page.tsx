import { getRouteApi, Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { memberOf } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { BranchChoice } from '../../../components/branch-choice.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranch } from '../../circulation/shared/use-branch.ts';
import '../shared/requests.css';
import { useWork } from './use-work.ts';
import { WorkList } from './work-list.tsx';
import { WorkNav } from './work-nav.tsx';

const route = getRouteApi('/loans');

const Work = ({ branchId }: { branchId: string }) => {
  const { side = 'requester', group: asked } = route.useSearch();
  const memberId = memberOf(branchId);
  const { data: work, error, refetch } = useWork(memberId);
  const order = work?.[side].groups.map(({ group }) => group) ?? [];
  const group = order.find((one) => one === asked);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <>
      <WorkNav work={work} side={side} group={group} />
      {work ? (
        <WorkList key={`${branchId} ${side} ${group}`} {...{ branchId, memberId, side, group, order }} />
      ) : (
        <Waiting rows={3} height={120} />
      )}
    </>
  );
};

/** The page of a library's interlibrary requests, borrowing and lending, by what they need. */
export const RequestsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { branch } = useBranch('ill', 'desk', 'desk-supervisor');
  useTitle(t('loans.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide loans">
      <div className="desk-head">
        <h1>{t('loans.title')}</h1>
        {branch && (
          <div className="row">
            <Link to="/cite">{t('cite.for-patron')}</Link>
            {hasRole(who, 'ill') && <Link to="/loan-reports">{t('report.link')}</Link>}
            {hasRole(who, 'ill') && (
              <Link to="/money/$month" params={{ month: new Date().toISOString().slice(0, 7) }}>
                {t('charge.link')}
              </Link>
            )}
            {hasRole(who, 'ill') && <Link to="/copyright">{t('copyright.link')}</Link>}
            {hasRole(who, 'ill') && <Link to="/partners">{t('partners.title')}</Link>}
            <BranchChoice branch={branch} />
          </div>
        )}
      </div>
      {branch ? (
        <Work branchId={branch.branchId} />
      ) : (
        <Empty title={t('loans.not-here')}>
          <StaffSignIn back="/loans" />
        </Empty>
      )}
    </div>
  );
};
