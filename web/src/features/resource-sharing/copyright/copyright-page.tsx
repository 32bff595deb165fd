import { NativeSelect } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/requests.css';
import { useMembers } from '../../membership/shared/use-member.ts';
import './copyright.css';
import { useCounts, yearsToChoose } from './counts.ts';
import { Periodicals } from './periodicals.tsx';
import { Stopped } from './stopped.tsx';

const route = getRouteApi('/copyright');

/**
 * Returns the member whose counts the user may see: any for the consortium's administrators and auditors, their own for a member's staff.
 */
const useShownMember = (asked: string | undefined) => {
  const who = useWho();
  const { members } = useDirectory();
  const own = useMembers('ill', 'member-admin', 'member-finance');
  const offered = hasRole(who, 'admin', 'auditor') ? members : own;
  const isOffered = offered.some(({ memberId }) => memberId === asked);
  return { offered, member: isOffered ? asked : (own[0] ?? offered[0])?.memberId };
};

type Selection = { year: string; member: string };

const Choice = ({
  selection,
  offered,
}: {
  selection: Selection;
  offered: readonly { memberId: string; name: string }[];
}) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const go = (more: Partial<Selection>): void => void navigate({ to: '/copyright', search: { ...selection, ...more } });
  return (
    <div className="row">
      <NativeSelect
        size="sm"
        label={t('copyright.year')}
        value={selection.year}
        data={yearsToChoose(selection.year)}
        onChange={({ currentTarget: { value } }) => go({ year: value })}
      />
      {offered.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('copyright.whose')}
          value={selection.member}
          data={offered.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          onChange={({ currentTarget: { value } }) => go({ member: value })}
        />
      )}
    </div>
  );
};

const Counted = ({ selection: { year, member }, isOwn }: { selection: Selection; isOwn: boolean }) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCounts(member, year);
  const [first] = data?.pages ?? [];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || !first) return <Waiting rows={3} height={56} />;
  const { country, rules, perYear } = first;
  const periodicals = data.pages.flatMap((page) => page.periodicals);
  return (
    <>
      <p className="quiet">
        {rules === 'contu' ? t('copyright.contu', { country, count: perYear }) : t('copyright.uncounted', { country })}
      </p>
      {periodicals.length === 0 ? (
        <Empty title={t('copyright.none', { year })} />
      ) : (
        <Periodicals periodicals={periodicals} perYear={rules === 'contu' ? perYear : undefined} isOwn={isOwn} />
      )}
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};

const Body = ({ selection }: { selection: Selection }) => {
  const t = useTranslate();
  // Requests are visible to staff who process them; counts also to those who are responsible for them.
  const isOwn = useMembers('ill').some(({ memberId }) => memberId === selection.member);
  return (
    <>
      {isOwn && (
        <section aria-labelledby="waiting" className="stack">
          <h2 id="waiting">{t('copyright.waiting')}</h2>
          <Stopped memberId={selection.member} />
        </section>
      )}
      <section aria-labelledby="periodicals" className="stack">
        <h2 id="periodicals">{t('copyright.periodicals')}</h2>
        <Counted selection={selection} isOwn={isOwn} />
      </section>
    </>
  );
};

/** The page of copyright limits: the copies that a library requested in a year by periodical, and the requests that wait for a decision. */
export const CopyrightPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { isPending } = useDirectory();
  const { year = String(new Date().getUTCFullYear()), member: asked } = route.useSearch();
  const { offered, member } = useShownMember(asked);
  useTitle(t('copyright.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('copyright.title')}</h1>
        {hasRole(who, 'ill') && <Link to="/loans">{t('loan-part.back')}</Link>}
      </div>
      {member ? (
        <>
          <Choice selection={{ year, member }} offered={offered} />
          <Body selection={{ year, member }} />
        </>
      ) : (
        <Empty title={t('copyright.not-here')}>
          <StaffSignIn back="/copyright" />
        </Empty>
      )}
    </div>
  );
};
