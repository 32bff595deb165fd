import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Announce } from '../../../components/announce.tsx';
import { lazyPart } from '../../../components/lazy-page.ts';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import '../shared/search.css';
import { HitList } from '../shared/hit-list.tsx';
import { SearchForm } from '../shared/search-form.tsx';
import { isFiltered, sorts, tidy, unfiltered, type Wish, withins, worded } from '../shared/search-parameters.ts';
import { type Hit, type Page, useHits } from '../shared/use-hits.ts';
import { useHome } from '../shared/use-home.ts';
import { Chips } from './chips.tsx';
import { Facets } from './facets.tsx';

const route = getRouteApi('/search');
// Below the hits, and seldom used: it comes after them.
const TakeHits = lazyPart(() => import('./take-hits.tsx'), 'TakeHits');

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

/** Whose holdings are searched. Not asked of a visitor whose library nobody knows. */
const WhoseChoice = ({ wish }: { wish: Wish }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const navigate = useNavigate();
  const { home } = useHome();
  if (!home) return null;
  const choices = [
    { value: '', label: say('within.all') },
    { value: 'home', label: home.name },
    { value: 'kind', label: sayOf('within', home.type) },
  ];
  return (
    <NativeSelect
      size="sm"
      aria-label={say('within.choice')}
      value={wish.within ?? ''}
      data={choices}
      onChange={({ currentTarget }) => {
        const within = withins.find((one) => one === currentTarget.value);
        void navigate({ to: '/search', search: tidy({ ...wish, within }) });
      }}
    />
  );
};

const WorksChoice = ({ wish }: { wish: Wish }) => {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Checkbox
      label={say('search.works')}
      checked={wish.group === 'works'}
      onChange={({ currentTarget }) =>
        void navigate({ to: '/search', search: tidy({ ...wish, group: currentTarget.checked ? 'works' : undefined }) })
      }
    />
  );
};

/** What the hits fit, when they do not fit the words as typed; empty when they do. */
const useNearWords = (page: Page | undefined, wish: Wish): string => {
  const say = useSay();
  if (!page?.relaxed || page.hits.length === 0) return '';
  const { corrected } = page;
  return corrected ? say('search.corrected', { q: wish.q ?? '', corrected }) : say('search.relaxed');
};

/** Other words that find far more than these few hits. */
const Meant = ({ suggestion, wish }: { suggestion: string; wish: Wish }) => {
  const say = useSay();
  return (
    <p className="notice">
      {say('search.meant')}{' '}
      <Link to="/search" search={worded(wish, suggestion)}>
        {suggestion}
      </Link>
    </p>
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

/** How many were found. The total counts editions: put together as works, of which those shown are known and no others, it says so. */
const useCountWords = (first: Page | undefined, hits: readonly Hit[], isMore: boolean, wish: Wish): string => {
  const say = useSay();
  if (!first) return '';
  const { count, atLeast } = first.total;
  const works = hits.filter(({ editions }) => editions !== undefined).length;
  const what = works > 0 ? 'search.editions' : 'search.count';
  const total = say(atLeast ? `${what}-at-least` : what, { count });
  const said = works > 0 ? say(isMore ? 'search.of-works-at-least' : 'search.of-works', { total, works }) : total;
  return wish.q ? say('search.count-for', { said, q: wish.q }) : said;
};

/** The hits of a search beside what narrows them. Their number is announced; filters can be passed over. */
export const SearchRoom = () => {
  const say = useSay();
  const wish = route.useSearch();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useHits(wish);
  const first = data?.pages[0];
  const near = useNearWords(first, wish);
  useTitle(wish.q ? say('search.title-for', { q: wish.q }) : say('search.title'));
  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  const count = useCountWords(first, hits, hasNextPage, wish);
  return (
    <div className="room room-wide">
      <h1 className="only-heard">{say('search.title')}</h1>
      <SearchForm wish={wish} />
      <Chips wish={wish} facets={first?.facets} />
      <div className="search-grid">
        <Facets wish={wish} page={first} />
        <section id="results" tabIndex={-1} aria-label={say('search.results')} aria-busy={isPlaceholderData}>
          <div className="results-head">
            <p className="count">{count}</p>
            <div className="results-choices">
              <WorksChoice wish={wish} />
              <WhoseChoice wish={wish} />
              <SortChoice wish={wish} />
            </div>
          </div>
          <Announce text={isPlaceholderData ? '' : `${count} ${near}`.trim()} />
          {near && <p className="notice notice-mark">{near}</p>}
          {first?.suggestion && <Meant suggestion={first.suggestion} wish={wish} />}
          {error && !data && <FailedNotice thrown={error} again={() => void refetch()} />}
          {!data && !error && <Waiting rows={5} height={132} />}
          {first && hits.length === 0 && <NoHits wish={wish} />}
          <HitList hits={hits} dim={isPlaceholderData} />
          {hits.length > 0 && (
            <Suspense>
              <TakeHits recordIds={hits.map(({ recordId }) => recordId)} />
            </Suspense>
          )}
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
