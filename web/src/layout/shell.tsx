import { Link, useRouterState } from '@tanstack/react-router';
import { Suspense } from 'react';
import { config } from '../api/config.ts';
import { useDeskMark } from '../api/desk-mark.ts';
import { currentSession, useLocked, usePeople, useSession } from '../api/session.ts';
import { lazyComponent } from '../components/lazy-page.ts';
import { Empty, PagePending } from '../components/states.tsx';
import { useTitle } from '../components/use-title.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { PageMain } from './page-main.tsx';
import { useTourPlace } from './tour/tour-place.ts';
import { usePlace } from './use-place.ts';

// Patrons never load the frame of the staff pages.
const StaffShell = lazyComponent(() => import('./staff-shell.tsx'), 'StaffShell');
const TourStrip = lazyComponent(() => import('./tour/tour-strip.tsx'), 'TourStrip');
const SessionLock = lazyComponent(() => import('./lock/session-lock.tsx'), 'SessionLock');

/** Loads the frame of the signed-in person ahead of the first page, so that the page does not wait for it. */
export const loadFrame = async (): Promise<void> => {
  if (currentSession()?.kind === 'staff') await StaffShell.soon();
};

const PatronShell = () => {
  usePlace();
  return (
    <>
      <Header />
      <PageMain />
      <Footer />
    </>
  );
};

/** The layout of every page: skip link, demo notice, and the frame of patrons or of staff. */
export const Shell = () => {
  const t = useTranslate();
  const session = useSession();
  const people = usePeople();
  const isLocked = useLocked();
  const isDesk = useDeskMark() !== undefined && session?.kind === 'staff';
  const tour = useTourPlace();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isWelcome = path === '/welcome';
  // The demo's first page and the page for children have heads of their own, and the card has the whole screen.
  const isWhole = isWelcome || path === '/children' || path === '/card';
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip.main')}
      </a>
      {config().demo && (
        <aside className="demo-mark" aria-label={t('demo.mark')}>
          <strong>{t('demo.mark')}</strong> <span>{t('demo.meaning')}</span>{' '}
          <Link to="/welcome">{t('demo.people')}</Link>
        </aside>
      )}
      {/* Another person begins anew, and finds nothing that was typed. */}
      {isWhole ? (
        <PageMain />
      ) : session?.kind === 'staff' ? (
        <Suspense fallback={<PagePending />}>
          <StaffShell key={people} />
        </Suspense>
      ) : (
        <PatronShell key={people} />
      )}
      {isLocked && !isDesk && (
        <Suspense>
          <SessionLock />
        </Suspense>
      )}
      {config().demo && tour !== undefined && !isWelcome && (
        <Suspense>
          <TourStrip place={tour} />
        </Suspense>
      )}
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
