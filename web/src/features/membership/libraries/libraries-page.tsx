import { type Branch, useDirectory } from '../../../api/directory.ts';
import { OpenState } from '../../../components/open-state.tsx';
import { Spine } from '../../../components/spine.tsx';
import { Waiting } from '../../../components/states.tsx';
import { useDescription } from '../../../components/use-description.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchLink } from './branch-link.tsx';
import { Closures, Contact, Week } from './branch-parts.tsx';

const MOST_CLOSURES = 4;

const BranchCard = ({ branch }: { branch: Branch }) => (
  <li className="branch-card">
    <div className="branch-head">
      <h3>
        <BranchLink branch={branch} />
      </h3>
      <OpenState calendar={branch.calendar} />
    </div>
    <Contact branch={branch} />
    <Week branch={branch} />
    <Closures branch={branch} most={MOST_CLOSURES} />
  </li>
);

/** All libraries with their branches: whether they are open, where they are, their hours and closures. */
export const LibrariesPage = () => {
  const t = useTranslate();
  const { members, isPending } = useDirectory();
  useTitle(t('hours.title'));
  useDescription([t('hours.title'), ...members.map(({ name }) => name)].join(' · '));
  return (
    <div className="page">
      <h1>{t('hours.title')}</h1>
      {isPending && <Waiting rows={3} height={180} />}
      {members
        .filter(({ branches }) => branches.length > 0)
        .map(({ memberId, branches }) => (
          <section key={memberId} className="stack" aria-labelledby={`member-${memberId}`}>
            <h2 id={`member-${memberId}`}>
              <Spine memberId={memberId} />
            </h2>
            <ul className="branch-cards">
              {branches.map((branch) => (
                <BranchCard key={branch.branchId} branch={branch} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
};
