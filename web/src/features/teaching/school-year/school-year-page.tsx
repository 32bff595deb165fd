import { Link } from '@tanstack/react-router';
import { Panel } from '../../../components/panel.tsx';
import { Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../../circulation/shared/branch-page.tsx';
import { useHoldsAt } from '../shared/use-holds-at.ts';
import { Leavers } from './leavers.tsx';
import { RollOver } from './roll-over.tsx';
import { SchoolGrades } from './school-grades.tsx';
import { useSchool } from './use-school.ts';

const roles = ['desk-supervisor', 'member-admin'];

const SchoolOf = ({ memberId, branchId }: { memberId: string; branchId: string }) => {
  const t = useTranslate();
  const mayUse = useHoldsAt(memberId, roles);
  const { data: scheme, isPending, error } = useSchool(memberId);
  if (!mayUse) return <p className="notice">{t('school.not-yours')}</p>;
  if (isPending) return <Waiting rows={2} />;
  return (
    <>
      <Panel title={t('school.grades')} count={scheme?.grades.length}>
        <SchoolGrades
          key={scheme ? 'known' : 'new'}
          memberId={memberId}
          branchId={branchId}
          scheme={scheme}
          failed={error ?? undefined}
        />
      </Panel>
      {scheme && (
        <>
          <Panel title={t('school.roll-over')}>
            <RollOver memberId={memberId} undoDays={scheme.undoDays} />
          </Panel>
          <Leavers memberId={memberId} />
        </>
      )}
    </>
  );
};

/** A school’s grades, the start of its next school year, and its leavers. */
export const SchoolYearPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('school.title')} meaning={t('school.meaning')} back="/school-year" roles={roles} isWide>
      {(branchId) => (
        <>
          <p>
            <Link to="/classes">{t('class.classes')}</Link>
          </p>
          <SchoolOf key={branchId} branchId={branchId} memberId={branchId.split('.')[0] ?? ''} />
        </>
      )}
    </BranchPage>
  );
};
