import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { config } from '../api/config.ts';
import { Empty } from '../components/states.tsx';
import { useTitle } from '../components/use-title.ts';
import { useSay } from '../i18n/translate.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

/** Moves focus to the room that was entered, so that keyboard and screen reader go on there and not at the page's top. */
const useFocusOnRoom = () => {
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

/** What stands around every room: skip link, the mark of demo data, header, footer. */
export const Shell = () => {
  const say = useSay();
  const main = useFocusOnRoom();
  return (
    <div className="shell">
      <a className="skip" href="#room">
        {say('skip.room')}
      </a>
      {config().demo && (
        <p className="demo-mark">
          <strong>{say('demo.mark')}</strong> {say('demo.meaning')}
        </p>
      )}
      <Header />
      <main id="room" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
};

/** An address that leads nowhere. */
export const NotFound = () => {
  const say = useSay();
  useTitle(say('nowhere.title'));
  return (
    <div className="room">
      <h1>{say('nowhere.title')}</h1>
      <Empty title={say('nowhere.meaning')}>
        <Link to="/">{say('nowhere.home')}</Link>
      </Empty>
    </div>
  );
};
