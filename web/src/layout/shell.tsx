import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { config } from '../api/config.ts';
import { Empty } from '../components/states.tsx';
import { useTitle } from '../components/use-title.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

/** Moves the focus to the opened page, so that keyboard and screen reader users continue there and not at the top. */
const useFocusOnPage = () => {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
};

/** The layout of every page: skip link, demo notice, header, footer. */
export const Shell = () => {
  const t = useTranslate();
  const main = useFocusOnPage();
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip.main')}
      </a>
      {config().demo && (
        <p className="demo-mark">
          <strong>{t('demo.mark')}</strong> {t('demo.meaning')}
        </p>
      )}
      <Header />
      <main id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
};

/** The page for an unknown address. */
export const NotFound = () => {
  const t = useTranslate();
  useTitle(t('nowhere.title'));
  return (
    <div className="page">
      <h1>{t('nowhere.title')}</h1>
      <Empty title={t('nowhere.meaning')}>
        <Link to="/">{t('nowhere.home')}</Link>
      </Empty>
    </div>
  );
};
