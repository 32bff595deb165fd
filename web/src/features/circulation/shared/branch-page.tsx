import type { ReactNode } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { BranchChoice } from '../../../components/branch-choice.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranch } from './use-branch.ts';

type Props = {
  title: string;
  meaning: string;
  /** The page's own address, to which signing in returns. */
  back: string;
  /** True where the page is printed. */
  isPaper?: boolean;
  /** True where a table takes the whole width. */
  isWide?: boolean;
  /** The roles that use the page; those of a desk where none are named. */
  roles?: readonly string[];
  /** The content of the page for the selected branch. */
  children: (branchId: string) => ReactNode;
};

const deskRoles = ['desk', 'desk-supervisor'] as const;

/** The layout of a desk page for one branch: choice of branch, link to the desk, and access check. */
export const BranchPage = ({
  title,
  meaning,
  back,
  isPaper = false,
  isWide = false,
  roles = deskRoles,
  children,
}: Props) => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { branch } = useBranch(...roles);
  useTitle(title);
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className={`page${isWide ? ' page-wide' : ''}${isPaper ? ' paper-list' : ''}`}>
      <div className="desk-head">
        <h1>{title}</h1>
        {branch && <BranchChoice branch={branch} />}
      </div>
      <p className="quiet">{meaning}</p>
      {branch ? (
        children(branch.branchId)
      ) : (
        <Empty title={t('desk.not-here')}>
          <StaffSignIn back={back} />
        </Empty>
      )}
    </div>
  );
};
