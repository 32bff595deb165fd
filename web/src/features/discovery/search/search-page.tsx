import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Announce } from '../../../components/announce.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useDescription } from '../../../components/use-description.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import '../shared/search.css';
import { HitList } from '../shared/hit-list.tsx';
import { SearchForm } from '../shared/search-form.tsx';
import { isFiltered, type SearchParameters, sorts, tidy } from '../shared/search-parameters.ts';
import { type Hit, type Page, useHits } from '../shared/use-hits.ts';
import { Facets } from './facets.tsx';
import { SoughtText } from './sought-text.tsx';

const route = getRouteApi('/search');
// Both are rarely used, so they load after the results.
const SaveSearch = lazyComponent(() => import('./save-search.tsx'), 'SaveSearch');
// Few searches find nothing.
const NoHits = lazyComponent(() => import('./no-hits.tsx'), 'NoHits');
// Whose holdings may be chosen is known after the results; few searches have filters or a better query.
const WithinChoice = lazyComponent(() => import('./within-choice.tsx'), 'WithinChoice');
const Chips = lazyComponent(() => import('./chips.tsx'), 'Chips');
const Meant = lazyComponent(() => import('./meant.tsx'), 'Meant');
const TakeHits = lazyComponent(() => import('./take-hits.tsx'), 'TakeHits');

const SortChoice = ({ parameters }: { parameters: SearchParameters }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const navigate = useNavigate();
  return (
    <NativeSelect
      size="sm"
      aria-label={t('search.sort')}
      value={parameters.sort ?? 'relevance'}
      data={sorts.map((value) => ({ value, label: textOf('sort', value) }))}
      onChange={({ currentTarget }) => {
        const sort = sorts.slice(1).find((one) => one === currentTarget.value);
        void navigate({ to: '/search', search: tidy({ ...parameters, sort }) });
      }}
    />
  );
};

const WorksChoice = ({ parameters }: { parameters: SearchParameters }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <Checkbox
      label={t('search.works')}
      checked={parameters.group === 'works'}
      onChange={({ currentTarget }) =>
        void navigate({
          to: '/search',
          search: tidy({ ...parameters, group: currentTarget.checked ? 'works' : undefined }),
        })
      }
    />
  );
};

/** Returns how the results match, when they do not match the words as typed; otherwise empty. */
const useNearText = (page: Page | undefined, parameters: SearchParameters): string => {
  const t = useTranslate();
  if (!page?.relaxed || page.hits.length === 0) return '';
  const { corrected } = page;
  return corrected ? t('search.corrected', { q: parameters.q ?? '', corrected }) : t('search.relaxed');
};

/**
 * Returns the number of results. The total counts editions; when they are grouped as works, it says so, because only the works shown are
 * known.
 */
const useCountText = (
  first: Page | undefined,
  hits: readonly Hit[],
  isMore: boolean,
  parameters: SearchParameters,
): string => {
  const t = useTranslate();
  if (!first) return '';
  const { count, atLeast } = first.total;
  const works = hits.filter(({ editions }) => editions !== undefined).length;
  const what = works > 0 ? 'search.editions' : 'search.count';
  const total = t(atLeast ? `${what}-at-least` : what, { count });
  const text = works > 0 ? t(isMore ? 'search.of-works-at-least' : 'search.of-works', { total, works }) : total;
  return parameters.q ? t('search.count-for', { text, q: parameters.q }) : text;
};

/** The search page: results beside their facets. The count is announced, and the filters can be skipped. */
export const SearchPage = () => {
  const t = useTranslate();
  const parameters = route.useSearch();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } =
    useHits(parameters);
  const first = data?.pages[0];
  const near = useNearText(first, parameters);
  useTitle(parameters.q ? t('search.title-for', { q: parameters.q }) : t('search.title'));
  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  const count = useCountText(first, hits, hasNextPage, parameters);
  useDescription(parameters.q ? count : '');
  return (
    <div className="page page-wide">
      <h1 className="visually-hidden">{t('search.title')}</h1>
      <SearchForm parameters={parameters} />
      {isFiltered(parameters) && (
        <Suspense fallback={<p className="chips chip">…</p>}>
          <Chips parameters={parameters} facets={first?.facets} />
        </Suspense>
      )}
      <div className="search-grid">
        <Facets parameters={parameters} page={first} />
        <section id="results" tabIndex={-1} aria-label={t('search.results')} aria-busy={isPlaceholderData}>
          <div className="results-head">
            <p className="count">{count}</p>
            <div className="results-choices">
              <WorksChoice parameters={parameters} />
              <Suspense>
                <WithinChoice parameters={parameters} />
              </Suspense>
              <SortChoice parameters={parameters} />
              <Suspense>
                <SaveSearch parameters={parameters} />
              </Suspense>
            </div>
          </div>
          <Announce text={isPlaceholderData ? '' : `${count} ${near}`.trim()} />
          {near && <p className="notice notice-warn">{near}</p>}
          {first?.suggestion && (
            <Suspense>
              <Meant suggestion={first.suggestion} parameters={parameters} />
            </Suspense>
          )}
          {error && !data && <FailedNotice thrown={error} again={() => void refetch()} />}
          {!data && !error && <Waiting rows={5} height={132} />}
          {first && hits.length === 0 && (
            <Suspense>
              <NoHits parameters={parameters} />
            </Suspense>
          )}
          <HitList
            hits={hits}
            dim={isPlaceholderData}
            titleOf={({ title }) => <SoughtText text={title} q={parameters.q} />}
          />
          {hits.length > 0 && (
            <Suspense>
              <TakeHits recordIds={hits.map(({ recordId }) => recordId)} />
            </Suspense>
          )}
          {hasNextPage && (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('search.more')}
            </Button>
          )}
        </section>
      </div>
    </div>
  );
};
