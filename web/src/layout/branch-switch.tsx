import { config } from '../api/config.ts';
import { memberOf, useDirectory } from '../api/directory.ts';
import { useMemberColour } from '../components/spine.tsx';
import { useBranch } from '../features/circulation/shared/use-branch.ts';
import { useTranslate } from '../i18n/translate.ts';

/** The branch in use with the bar of its member; staff of the consortium see all members. */
export const BranchSwitch = () => {
  const t = useTranslate();
  const { isPending, memberName } = useDirectory();
  const { branches, branch, choose } = useBranch();
  const memberId = branch ? memberOf(branch.branchId) : '';
  const colour = useMemberColour(memberId);
  if (isPending) return <div className="rail-branch" />;
  if (!branch)
    return (
      <div className="rail-branch spine">
        <div>
          <strong>{t('shell.all-members')}</strong>
          <span className="rail-member">{config().consortium}</span>
        </div>
      </div>
    );
  return (
    <div className={`rail-branch spine spine-${colour}`}>
      <div>
        {branches.length === 1 ? (
          <strong>{branch.name}</strong>
        ) : (
          <select
            aria-label={t('shell.working-at')}
            value={branch.branchId}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {branches.map(({ branchId, name }) => (
              <option key={branchId} value={branchId}>
                {name}
              </option>
            ))}
          </select>
        )}
        <span className="rail-member">{memberName(memberId)}</span>
      </div>
    </div>
  );
};
