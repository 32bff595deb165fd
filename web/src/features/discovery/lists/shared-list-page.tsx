import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/search.css';
import { HitRow } from '../shared/hit-list.tsx';

const route = getRouteApi('/shared/$token');

const useShared = (token: string) =>
  useInfiniteQuery({
    queryKey: ['shared-list', token],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/discovery/shared-lists/{token}', {
          params: { path: { token }, query: pageParam ? { after: pageParam } : {} },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last: Answered<'discovery-show-shared-list'>) => last.next,
  });

/** A list that a patron shares by a link: its titles as a search shows them. */
export const SharedListPage = () => {
  const t = useTranslate();
  const { token } = route.useParams();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useShared(token);
  const name = data?.pages[0]?.name ?? t('list.shared');
  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  useTitle(name);
  return (
    <div className="page">
      <h1>{name}</h1>
      {data && <p className="quiet">{t('list.shared')}</p>}
      {error && !data && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!error && !data && <Waiting rows={3} height={132} />}
      {data && hits.length === 0 && <Empty title={t('list.empty')} />}
      <ol className="hits">
        {hits.map((hit) => (
          <HitRow key={hit.recordId} hit={hit} />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('search.more')}
        </Button>
      )}
    </div>
  );
};
