import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useProfile } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './account.css';

// The sections load after the page, which shows the patron meanwhile.
const Loans = lazyComponent(() => import('./loans.tsx'), 'Loans');
const Notices = lazyComponent(() => import('./notices.tsx'), 'Notices');
const Holds = lazyComponent(() => import('./holds.tsx'), 'Holds');
const MoreParts = lazyComponent(() => import('./more-parts.tsx'), 'MoreParts');

const Profile = () => {
  const t = useTranslate();
  const { date } = useFormat();
  const { branchName, memberName } = useDirectory();
  const { data, error, refetch } = useProfile();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={60} />;
  const { given, family } = data.person.usedName ?? data.person.name;
  const name = [given, family].filter(Boolean).join(' ');
  return (
    <div className="card profile">
      <p className="profile-name">{name}</p>
      <p className="quiet">
        {t('account.card', { card: data.card })} · {t('account.until', { date: date(data.expiresOn) })}
      </p>
      <p className="quiet">
        {branchName(data.homeBranch)}, {memberName(data.homeMember)}
      </p>
      {data.blocks.length > 0 && <p className="notice notice-bad">{t('account.blocked')}</p>}
      <Link to="/card" className="call call-small">
        {t('account.show-card')}
      </Link>
    </div>
  );
};

/** The patron's account: loans, holds, bills and the access log on one page, with links to its sections. */
export const AccountPage = () => {
  const t = useTranslate();
  const session = useSession();
  useTitle(t('nav.account'));
  if (session?.kind !== 'patron') {
    return (
      <div className="page">
        <h1>{t('nav.account')}</h1>
        <p className="lead">{t('account.lead')}</p>
        <Empty title={t('account.sign-in')}>
          <Link to="/sign-in" search={{ back: '/account' }} className="call">
            {t('do.sign-in')}
          </Link>
        </Empty>
      </div>
    );
  }
  const parts = [
    ...([
      'loans',
      'holds',
      'e-books',
      'requests',
      'bills',
      'reading',
      'family',
      'contact',
      'choices',
      'sharing',
    ] as const),
    ...(['looks', 'my-data', 'security'] as const),
  ];
  return (
    <div className="page">
      <h1>{t('nav.account')}</h1>
      <Profile />
      <nav aria-label={t('account.parts')} className="parts">
        {parts.map((part) => (
          <a key={part} href={`#${part}`}>
            {t(`account.${part}`)}
          </a>
        ))}
        <Link to="/lists">{t('account.lists')}</Link>
        <Link to="/searches">{t('account.searches')}</Link>
        <Link to="/my-classes">{t('account.classes')}</Link>
      </nav>
      <Suspense fallback={null}>
        <Notices />
      </Suspense>
      <Suspense fallback={<Waiting rows={2} height={64} />}>
        <Loans />
      </Suspense>
      <Suspense fallback={<Waiting rows={2} height={64} />}>
        <Holds />
        <MoreParts />
      </Suspense>
    </div>
  );
};
