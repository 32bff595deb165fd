import { useTranslate } from '../../../i18n/translate.ts';
import '../../finance/shared/workbench.css';
import { LibraryPage } from '../shared/library-page.tsx';
import { InviteForm } from './invite-form.tsx';
import { PendingInvitations } from './pending-invitations.tsx';
import { StaffTable } from './staff-table.tsx';

/** The page of a library's staff: who works there, and invitations. The consortium's administrator sees every library. */
export const StaffPage = () => {
  const t = useTranslate();
  return (
    <LibraryPage
      isAudited
      title={t('staff.title')}
      consortium={t('staff.consortium')}
      library={t('staff.library')}
      notYours={t('staff.not-yours')}
      back="/staff"
    >
      {(memberId, mayChange) => (
        <>
          <StaffTable memberId={memberId} mayChange={mayChange} />
          <PendingInvitations key={memberId} memberId={memberId} mayChange={mayChange} />
          {mayChange && <InviteForm memberId={memberId} />}
        </>
      )}
    </LibraryPage>
  );
};
