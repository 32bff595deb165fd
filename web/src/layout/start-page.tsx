import { Link } from '@tanstack/react-router';
import { useWho } from '../api/current-user.ts';
import { useSession } from '../api/session.ts';
import { Panel } from '../components/panel.tsx';
import { Empty, PagePending } from '../components/states.tsx';
import { useTitle } from '../components/use-title.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAreas } from './use-areas.ts';

/** The page on which staff begin: the areas and pages that their roles open. */
export const StartPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const areas = useAreas().filter(({ key }) => key !== 'today');
  useTitle(t('area.today'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide">
      <h1>{t('area.today')}</h1>
      {areas.length === 0 && (
        <Empty title={t('shell.no-areas')}>
          {session?.kind !== 'staff' && (
            <Link to="/sign-in" search={{ back: '/today' }} className="call">
              {t('do.staff-sign-in')}
            </Link>
          )}
        </Empty>
      )}
      <div className="start-areas">
        {areas.map(({ key, text, pages }) => (
          <Panel key={key} title={t(text)}>
            <ul>
              {pages.map((page) => (
                <li key={page.text}>
                  <Link {...page.link}>{t(page.text)}</Link>
                </li>
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </div>
  );
};
