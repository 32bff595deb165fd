import { Link } from '@tanstack/react-router';
import { config } from '../api/config.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Mark } from './mark.tsx';
import { LanguageSwitch, SchemeSwitch } from './switches.tsx';
import { Visitor } from './user-menu.tsx';

const Navigation = () => {
  const t = useTranslate();
  return (
    <nav aria-label={t('nav.main')} className="main-nav">
      <Link to="/search">{t('nav.search')}</Link>
      <Link to="/browse">{t('nav.browse')}</Link>
      <Link to="/libraries">{t('nav.libraries')}</Link>
      <Link to="/courses">{t('nav.courses')}</Link>
      <Link to="/account">{t('nav.account')}</Link>
    </nav>
  );
};

/** The header of patrons and visitors: the consortium's name, the navigation, and the settings. */
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
