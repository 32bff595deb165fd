import { ActionIcon } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { config } from '../api/config.ts';
import { Icon } from '../components/icon.tsx';
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

/**
 * The header of patrons and visitors: the consortium's name, the navigation, and the settings. On a phone all but the name and the sign-in
 * is in a menu, which closes with a change of page.
 */
export const Header = () => {
  const t = useTranslate();
  const address = useRouterState({ select: ({ location }) => location.href });
  const [openAt, setOpenAt] = useState('');
  const isOpen = openAt === address;
  return (
    <header className="header">
      <div className="header-row" data-open={isOpen || undefined}>
        <Link to="/" className="brand">
          <Mark />
          <span>{config().consortium}</span>
        </Link>
        <ActionIcon
          variant="default"
          size={36}
          className="header-menu"
          aria-label={t('nav.menu')}
          aria-expanded={isOpen}
          onClick={() => setOpenAt(isOpen ? '' : address)}
        >
          <Icon name={isOpen ? 'no' : 'menu'} />
        </ActionIcon>
        <Navigation />
        <div className="settings">
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
        <Visitor />
      </div>
    </header>
  );
};
