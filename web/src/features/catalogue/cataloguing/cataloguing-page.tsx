import { Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** The cataloguing tasks and the roles that see them: a library's administrator also manages imports, protected fields and last copies. */
const works = [
  { to: '/loads', message: 'loads', roles: ['cataloguer', 'member-admin'] },
  { to: '/item-mapping', message: 'mapping', roles: ['cataloguer', 'member-admin'] },
  { to: '/possible-duplicates', message: 'possible-duplicates', roles: ['cataloguer'] },
  { to: '/fast-added', message: 'fast-added', roles: ['cataloguer', 'member-admin'] },
  { to: '/copy', message: 'copy-room', roles: ['cataloguer', 'member-admin'] },
  { to: '/new-record', message: 'new-record', roles: ['cataloguer'] },
  { to: '/copy-records', message: 'copy-records', roles: ['cataloguer'] },
  { to: '/new-item', message: 'new-item', roles: ['cataloguer'] },
  { to: '/item-templates', message: 'templates', roles: ['cataloguer'] },
  { to: '/item-changes', message: 'changes', roles: ['cataloguer'] },
  { to: '/record-changes', message: 'record-changes', roles: ['cataloguer'] },
  { to: '/labels', message: 'labels', roles: ['cataloguer'] },
  { to: '/last-copies', message: 'last-copies', roles: ['cataloguer', 'member-admin'] },
  { to: '/protected-fields', message: 'protection', roles: ['cataloguer', 'member-admin'] },
] as const;

/** The start page of cataloguing: every page of the area, with its purpose. */
export const CataloguingPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  useTitle(t('cataloguing.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const own = works.filter(({ roles }) => hasRole(who, ...roles));
  return (
    <div className="page">
      <h1>{t('cataloguing.title')}</h1>
      {own.length === 0 ? (
        <Empty title={t('union.not-here')}>{!session && <StaffSignIn back="/cataloguing" />}</Empty>
      ) : (
        <>
          <p className="quiet">{t('cataloguing.meaning')}</p>
          <ul className="form-grid">
            {own.map(({ to, message }) => (
              <li key={to} className="row-card">
                <div className="row-body">
                  <h2 className="row-title">
                    <Link to={to}>{t(`${message}.title`)}</Link>
                  </h2>
                  <p className="quiet">{t(`${message}.meaning`)}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
