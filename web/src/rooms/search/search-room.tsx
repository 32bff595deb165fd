import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Announce } from '../../parts/announce.tsx';
import { Empty, FailedNotice, Waiting } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import './search.css';
import { Chips } from './chips.tsx';
import { Facets } from './facets.tsx';
import { HitList } from './hit-list.tsx';
import { SearchForm } from './search-form.tsx';
import { type Page, useHits } from './use-hits.ts';
import { isFiltered, sorts, tidy, unfiltered, type Wish } from './wish.ts';

const route = getRouteApi('/search');

const SortChoice = ({ wish }: { wish: Wish }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const navigate = useNavigate();
  return (
    <NativeSelect
      size="sm"
      aria-label={say('search.sort')}
      value={wish.sort ?? 'relevance'}
      data={sorts.map((value) => ({ value, label: sayOf('sort', value) }))}
      onChange={({ currentTarget }) => {
        const sort = sorts.slice(1).find((one) => one === currentTarget.value);
        void navigate({ to: '/search', search: tidy({ ...wish, sort }) });
      }}
    />
  );
};

const NoHits = ({ wish }: { wish: Wish }) => {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Empty title={say('search.none')}>
      <p className="quiet">{say(isFiltered(wish) ? 'search.none-filtered' : 'search.none-hint')}</p>
      {isFiltered(wish) && (
        <Button variant="light" onClick={() => void navigate({ to: '/search', search: unfiltered(wish) })}>
          {say('search.clear')}
        </Button>
      )}
      <Link to="/cite" search={wish.q ? { title: wish.q } : {}}>
        {say('cite.room')}
      </Link>
    </Empty>
  );
};

const useCountWords = (first: Page | undefined, wish: Wish): string => {
  const say = useSay();
  if (!first) return '';
  const { count, atLeast } = first.total;
  const said = say(atLeast ? 'search.count-at-least' : 'search.count', { count });
  return wish.q ? say('search.count-for', { said, q: wish.q }) : said;
};

/** The hits of a search beside what narrows them. Their number is announced; filters can be passed over. */
export const SearchRoom = () => {
  const say = useSay();
  const wish = route.useSearch();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useHits(wish);
  const first = data?.pages[0];
  const count = useCountWords(first, wish);
  useTitle(wish.q ? say('search.title-for', { q: wish.q }) : say('search.title'));
  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  return (
    <div className="room room-wide">
      <h1 className="only-heard">{say('search.title')}</h1>
      <SearchForm wish={wish} />
      <Chips wish={wish} />
      <div className="search-grid">
        <Facets wish={wish} facets={first?.facets} />
        <section id="results" tabIndex={-1} aria-label={say('search.results')} aria-busy={isPlaceholderData}>
          <div className="results-head">
            <p className="count">{count}</p>
            <SortChoice wish={wish} />
          </div>
          <Announce text={isPlaceholderData ? '' : `${count}${first?.relaxed ? ` ${say('search.relaxed')}` : ''}`} />
          {first?.relaxed && hits.length > 0 && <p className="notice notice-mark">{say('search.relaxed')}</p>}
          {error && !data && <FailedNotice thrown={error} again={() => void refetch()} />}
          {!data && !error && <Waiting rows={5} height={132} />}
          {first && hits.length === 0 && <NoHits wish={wish} />}
          <HitList hits={hits} dim={isPlaceholderData} />
          {hasNextPage && (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say('search.more')}
            </Button>
          )}
        </section>
      </div>
    </div>
  );
};
