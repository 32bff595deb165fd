import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { config } from '../../../api/config.ts';
import { useDirectory } from '../../../api/directory.ts';
import { selectLibrary, useSelectedLibrary } from '../../../components/selected-library.ts';
import { Spine } from '../../../components/spine.tsx';
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

const LibraryChoice = () => {
  const t = useTranslate();
  const library = useSelectedLibrary();
  const { members } = useDirectory();
  return (
    <NativeSelect
      className="library-choice"
      label={t('home.library')}
      description={t('home.library-meaning')}
      value={library}
      onChange={({ currentTarget }) => selectLibrary(currentTarget.value)}
      data={[
        { value: '', label: t('home.no-library') },
        ...members.map((one) => ({ value: one.memberId, label: one.name })),
      ]}
    />
  );
};

const Libraries = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { members } = useDirectory();
  return (
    <section aria-labelledby="libraries">
      <div className="desk-head">
        <h2 id="libraries">{t('home.libraries')}</h2>
        <Link to="/libraries">{t('nav.libraries')}</Link>
      </div>
      <ul className="libraries">
        {members.map(({ memberId, name, type, branches, lendsOnRequest }) => (
          <li key={memberId} className="card">
            <Link to="/search" search={{ member: memberId }} className="library-name">
              <Spine memberId={memberId}>{name}</Spine>
            </Link>
            <span className="quiet">
              {textOf('member-type', type)} · {t('home.branches', { count: branches.length })}
            </span>
            {lendsOnRequest && <span className="quiet">{t('home.on-request')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The home page: the search box, a few entry points, and the member libraries. */
export const HomePage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  useTitle('');
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
        <LibraryChoice />
        <Libraries />
      </div>
    </div>
  );
};
