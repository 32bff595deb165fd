import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { config } from '../../../api/config.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Waiting } from '../../../components/states.tsx';
import { useDescription } from '../../../components/use-description.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { SearchForm } from '../shared/search-form.tsx';
import './home.css';
import type { SearchParameters } from '../shared/search-parameters.ts';
import { HeroShelf } from './hero-shelf.tsx';

const ideas: readonly { key: string; parameters: SearchParameters }[] = [
  { key: 'novels', parameters: { q: 'fiction', format: 'book', scope: 'subject' } },
  { key: 'films', parameters: { format: 'video' } },
  { key: 'scores', parameters: { format: 'score,music-recording' } },
  { key: 'journals', parameters: { format: 'journal,ejournal' } },
];

// Below the first screen, so it loads after the search.
const HomeParts = lazyComponent(() => import('./home-parts.tsx'), 'HomeParts');

/** The home page: the search, the newest titles, and what is new and open at the visitor's library. */
export const HomePage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  useTitle('');
  useDescription(t('home.lead', { name: config().consortium }));
  return (
    <div className="page home">
      <section className="hero">
        <div className="hero-inner">
          <div className="hero-promise">
            <h1>{t('home.title')}</h1>
            <p className="lead">{t('home.lead', { name: config().consortium })}</p>
            <SearchForm parameters={{}} />
            <ul className="ideas" aria-label={t('home.ideas')}>
              {ideas.map(({ key, parameters }) => (
                <li key={key}>
                  <Link to="/search" search={parameters}>
                    {textOf('idea', key)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
          <HeroShelf />
        </div>
      </section>
      <div className="home-parts">
        <Suspense fallback={<Waiting rows={1} height={420} />}>
          <HomeParts />
        </Suspense>
      </div>
    </div>
  );
};
