import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { api, take, takeFile } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/search.css';
import { KeeperOnly } from './keeper-only.tsx';
import { ListActs } from './list-acts.tsx';
import '../shared/lists.css';
import { SavedRow } from './saved-row.tsx';

const route = getRouteApi('/lists/$listId');
// Both are loaded after the titles.
const ShareList = lazyComponent(() => import('./share-list.tsx'), 'ShareList');
const TakeFile = lazyComponent(() => import('../../../components/take-file.tsx'), 'TakeFile');
const path = '/v1/discovery/my/lists/{listId}';

const useList = (listId: string) =>
  useInfiniteQuery({
    queryKey: ['list', listId],
    queryFn: ({ pageParam }) =>
      take(api.GET(path, { params: { path: { listId }, query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last: Answered<'discovery-show-list'>) => last.next,
  });

const Take = ({ listId }: { listId: string }) => {
  const t = useTranslate();
  return (
    <Suspense>
      <TakeFile
        what={t('list.take')}
        name="list"
        ask={(form) =>
          takeFile(
            api.GET('/v1/discovery/my/lists/{listId}/exports/{form}', {
              params: { path: { listId, form } },
              parseAs: 'text',
            }),
          )
        }
      />
    </Suspense>
  );
};

const List = ({ listId }: { listId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useList(listId);
  const list = data?.pages[0]?.list;
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  useTitle(list?.name ?? t('list.title'));
  return (
    <div className="page">
      <p>
        <Link to="/lists">{t('lists.all')}</Link>
      </p>
      <h1>{list?.name ?? t('list.title')}</h1>
      {error && !data && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!error && !data && <Waiting rows={3} height={132} />}
      {list && <ListActs list={list} deleted={() => void navigate({ to: '/lists' })} />}
      {list && (
        <Suspense>
          <ShareList listId={listId} link={data?.pages[0]?.link} />
        </Suspense>
      )}
      {list && entries.length === 0 && (
        <Empty title={t('list.empty')}>
          <Link to="/search">{t('nav.search')}</Link>
        </Empty>
      )}
      <ol className="hits">
        {entries.map((saved) => (
          <SavedRow key={saved.recordId} listId={listId} saved={saved} />
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('search.more')}
        </Button>
      )}
      {entries.length > 0 && <Take listId={listId} />}
    </div>
  );
};

/** A patron's list: each title with its availability and note, and an export of the whole. */
export const ListPage = () => {
  const t = useTranslate();
  const { listId } = route.useParams();
  return (
    <KeeperOnly back={`/lists/${listId}`} title={t('lists.title')} ask={t('lists.sign-in')}>
      <List listId={listId} />
    </KeeperOnly>
  );
};
