import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Branch, type Member, useDirectory } from '../../../api/directory.ts';
import { OpenState } from '../../../components/open-state.tsx';
import { selectLibrary, useSelectedLibrary } from '../../../components/selected-library.ts';
import { Spine } from '../../../components/spine.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useDescription } from '../../../components/use-description.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ComingEvents } from '../../discovery/home/coming-events.tsx';
import { NewTitles } from '../../discovery/home/new-titles.tsx';
import { StaffPicks } from '../../discovery/home/staff-picks.tsx';
import { useHomeContent } from '../../discovery/home/use-home-content.ts';
import { BranchLink } from './branch-link.tsx';
import { Closures, Contact, Week } from './branch-parts.tsx';

const route = getRouteApi('/libraries/$memberId/$branch');

const OwnLibrary = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const isOwn = useSelectedLibrary() === memberId;
  return (
    <p aria-live="polite">
      {isOwn ? (
        t('hours.is-own')
      ) : (
        <Button size="sm" variant="default" onClick={() => selectLibrary(memberId)}>
          {t('hours.make-own')}
        </Button>
      )}
    </p>
  );
};

const Shown = ({ branch, member }: { branch: Branch; member: Member }) => {
  const t = useTranslate();
  useTitle(branch.name);
  useDescription(`${branch.name} · ${member.name} · ${branch.address}`);
  const content = useHomeContent(member.memberId).data;
  const others = member.branches.filter(({ branchId }) => branchId !== branch.branchId);
  return (
    <div className="page stack">
      <div className="branch-head">
        <h1>{branch.name}</h1>
        <OpenState calendar={branch.calendar} />
      </div>
      <p>
        <Spine memberId={member.memberId} />
      </p>
      <div className="branch-facts">
        <section aria-labelledby="branch-hours">
          <h2 id="branch-hours">{t('hours.hours')}</h2>
          <Week branch={branch} />
          <Closures branch={branch} />
        </section>
        <section aria-labelledby="branch-contact">
          <h2 id="branch-contact">{t('hours.contact')}</h2>
          <Contact branch={branch} />
          <OwnLibrary memberId={member.memberId} />
          {others.length > 0 && (
            <>
              <h3>{t('hours.other-branches')}</h3>
              <ul className="branch-contact">
                {others.map((one) => (
                  <li key={one.branchId}>
                    <BranchLink branch={one} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
      {content && (
        <ComingEvents isAtOne events={content.events.filter(({ branchId }) => branchId === branch.branchId)} />
      )}
      <NewTitles home={member} />
      {content && <StaffPicks picks={content.picks} />}
      <p>
        <Link to="/libraries">{t('hours.all')}</Link>
      </p>
    </div>
  );
};

/** The page of a branch: whether it is open, its hours, closures, address and contacts, its events, and the newest titles of its library with those that its staff recommend. */
export const BranchPage = () => {
  const t = useTranslate();
  const path = route.useParams();
  const { members, isPending } = useDirectory();
  if (isPending) return <PagePending />;
  const member = members.find(({ memberId }) => memberId === path.memberId);
  const branch = member?.branches.find(({ branchId }) => branchId === `${path.memberId}.${path.branch}`);
  if (member && branch) return <Shown branch={branch} member={member} />;
  return (
    <div className="page">
      <h1>{t('hours.title')}</h1>
      <Empty title={t('hours.no-branch')}>
        <Link to="/libraries">{t('hours.all')}</Link>
      </Empty>
    </div>
  );
};
