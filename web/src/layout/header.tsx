import { Link } from '@tanstack/react-router';
import { config } from '../api/config.ts';
import { hasRole, useWho } from '../api/current-user.ts';
import { useSession } from '../api/session.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Mark } from './mark.tsx';
import { LanguageSwitch, SchemeSwitch } from './switches.tsx';
import { Visitor } from './user-menu.tsx';

const thisMonth = (): string => new Date().toISOString().slice(0, 7);

const Navigation = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  return (
    <nav aria-label={t('nav.main')} className="main-nav">
      <Link to="/search">{t('nav.search')}</Link>
      {session?.kind !== 'staff' && <Link to="/browse">{t('nav.browse')}</Link>}
      {session?.kind !== 'staff' && <Link to="/courses">{t('nav.courses')}</Link>}
      {session?.kind !== 'staff' && <Link to="/account">{t('nav.account')}</Link>}
      {hasRole(who, 'desk', 'desk-supervisor') && <Link to="/desk">{t('nav.desk')}</Link>}
      {hasRole(who, 'desk', 'desk-supervisor') && <Link to="/patrons">{t('nav.patrons')}</Link>}
      {hasRole(who, 'ill', 'desk', 'desk-supervisor') && <Link to="/loans">{t('nav.requests')}</Link>}
      {hasRole(who, 'cataloguer', 'member-admin') && <Link to="/cataloguing">{t('nav.cataloguing')}</Link>}
      {hasRole(who, 'admin') && <Link to="/partners">{t('nav.partners')}</Link>}
      {hasRole(who, 'member-admin', 'admin') && <Link to="/staff">{t('nav.staff')}</Link>}
      {hasRole(who, 'desk-supervisor', 'member-admin') && <Link to="/patron-changes">{t('nav.patron-changes')}</Link>}
      {hasRole(who, 'admin') && <Link to="/pin-rules">{t('nav.pin-rules')}</Link>}
      {hasRole(who, 'admin') && <Link to="/hold-rules">{t('nav.hold-rules')}</Link>}
      {hasRole(who, 'admin') && <Link to="/debt-rules">{t('nav.debt-rules')}</Link>}
      {hasRole(who, 'member-admin') && <Link to="/notices">{t('nav.letters')}</Link>}
      {hasRole(who, 'member-finance', 'finance-preparer', 'finance-approver', 'auditor', 'admin') && (
        <>
          <Link to="/months/$month" params={{ month: thisMonth() }}>
            {t('nav.months')}
          </Link>
          {hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin') && (
            <Link to="/periods">{t('nav.periods')}</Link>
          )}
          <Link to="/workbench">{t('nav.workbench')}</Link>
        </>
      )}
    </nav>
  );
};

/** The header: the consortium's name, the navigation, and the settings. */
export const Header = () => (
  <header className="header">
    <div className="header-row">
      <Link to="/" className="brand">
        <Mark />
        <span>{config().consortium}</span>
      </Link>
      <Navigation />
      <div className="settings">
        <LanguageSwitch />
        <SchemeSwitch />
        <Visitor />
      </div>
    </div>
  </header>
);
