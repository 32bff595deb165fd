import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { Cover } from '../../../components/cover.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

const A_LINE = 5;
const lines = [0, A_LINE].map((from) => Array.from({ length: A_LINE }, (_, place) => from + place));

/** The titles that came last into the catalogue on the two lines of a shelf beside the search; each leads to its record. */
export const HeroShelf = () => {
  const t = useTranslate();
  const { data, isError } = useQuery({
    queryKey: ['newest-titles'],
    queryFn: () =>
      take(api.GET('/v1/discovery/search', { params: { query: { sort: 'arrived', group: 'works', limit: '10' } } })),
    staleTime: 30 * 60_000,
    retry: false,
  });
  if (isError || data?.hits.length === 0) return null;
  return (
    <nav className="hero-shelf" aria-label={t('home.newest')} aria-busy={!data}>
      {lines.map((places) => (
        <div key={places[0]} className="hero-line">
          {places.map((place) => {
            const hit = data?.hits[place];
            if (!hit) return <span key={place} className={data ? 'hero-gap' : 'hero-gap hero-waits'} />;
            return (
              <Link key={place} to="/record/$recordId" params={{ recordId: hit.recordId }}>
                <span className="visually-hidden">{hit.title}</span>
                <Cover {...hit} large />
              </Link>
            );
          })}
        </div>
      ))}
    </nav>
  );
};
