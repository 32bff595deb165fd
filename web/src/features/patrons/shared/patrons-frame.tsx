import type { ReactNode } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranch } from '../../circulation/shared/use-branch.ts';
import './patrons.css';

type Frame = {
  title: string;
  /** The page's own address, to which signing in returns. */
  back: string;
  /** Links and buttons beside the title. */
  actions?: ReactNode;
  /** The roles that may use the page. */
  roles?: readonly string[];
  /** False where the content shows the heading itself. */
  isHeaded?: boolean;
  children: (branchId: string) => ReactNode;
};

const deskRoles = ['desk', 'desk-supervisor'];

/** The layout of a page about patrons for the branch in use, with its access check. */
export const PatronsFrame = ({ title, back, actions, roles = deskRoles, isHeaded = true, children }: Frame) => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { isPending } = useDirectory();
  const { branch } = useBranch(...roles);
  useTitle(title);
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  if (!branch) {
    return (
      <div className="page">
        <h1>{title}</h1>
        <Empty title={t('desk.not-here')}>
          <StaffSignIn back={back} />
        </Empty>
      </div>
    );
  }
  return (
    <div className="page page-wide patrons-page">
      {isHeaded && (
        <div className="desk-head">
          <h1>{title}</h1>
          {actions && <div className="row">{actions}</div>}
        </div>
      )}
      {children(branch.branchId)}
    </div>
  );
};
