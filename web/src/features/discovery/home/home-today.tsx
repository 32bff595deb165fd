import { Link } from '@tanstack/react-router';
import { type Branch, type Member, useDirectory } from '../../../api/directory.ts';
import { OpenState } from '../../../components/open-state.tsx';
import { comingClosures, dayAfter } from '../../../components/opening-hours.ts';
import { Spine } from '../../../components/spine.tsx';
import { useClosureDays } from '../../../components/use-closure-days.ts';
import { placeTime } from '../../../i18n/place-time.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { BranchLink } from '../../membership/libraries/branch-link.tsx';

/** Closures are shown two weeks ahead. */
const AHEAD_DAYS = 14;

const OfBranch = ({ branch }: { branch: Branch }) => {
  const daysOf = useClosureDays();
  const now = new Date();
  const last = dayAfter(placeTime(branch.calendar.timeZone, now).day, AHEAD_DAYS);
  return (
    <li>
      <strong>
        <BranchLink branch={branch} />
      </strong>{' '}
      <OpenState calendar={branch.calendar} />
      {comingClosures(branch.calendar, now)
        .filter(({ from }) => from <= last)
        .map((one) => (
          <p key={one.from} className="quiet">
            {daysOf(one)}: {one.reason}
          </p>
        ))}
    </li>
  );
};

const OfMember = ({ member: { memberId, name, type, branches, lendsOnRequest } }: { member: Member }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [first] = branches;
  return (
    <li>
      <Link to="/search" search={{ member: memberId }} className="library-name">
        <Spine memberId={memberId}>{name}</Spine>
      </Link>
      {first && <OpenState calendar={first.calendar} />}
      <p className="quiet">
        {textOf('member-type', type)} · {t('home.branches', { count: branches.length })}
        {lendsOnRequest && ` · ${t('home.on-request')}`}
      </p>
    </li>
  );
};

/** The branches of the visitor's library today, with their next closures; all libraries where none is chosen. */
export const HomeToday = ({ home }: { home: Member | undefined }) => {
  const t = useTranslate();
  const { members } = useDirectory();
  return (
    <section aria-labelledby="libraries" className="home-today">
      <div className="desk-head">
        <h2 id="libraries">{home ? t('home.today-at', { name: home.name }) : t('home.libraries')}</h2>
        <Link to="/libraries">{t('nav.libraries')}</Link>
      </div>
      <ul>
        {home
          ? home.branches.map((branch) => <OfBranch key={branch.branchId} branch={branch} />)
          : members.map((member) => <OfMember key={member.memberId} member={member} />)}
      </ul>
    </section>
  );
};
