import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';

const route = getRouteApi('/fast-added');

const useFastAdded = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['fast-added', memberId],
    queryFn: ({ pageParam }) => {
      const query = { limit: 50, ...(pageParam && { after: pageParam }) };
      return take(api.GET('/v1/catalogue/members/{memberId}/fast-added', { params: { path: { memberId }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const List = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useFastAdded(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={80} />;
  const records = data.pages.flatMap((page) => page.records);
  if (records.length === 0) return <Empty title={t('fast-added.none')} />;
  return (
    <>
      <ul className="rows">
        {records.map(({ sourceId, recordId, title, author, barcode, branchId, at }) => (
          <li key={sourceId} className="row-card">
            <div className="row-body">
              <h2 className="row-title">
                <Link to="/record/$recordId" params={{ recordId }}>
                  {title}
                </Link>
              </h2>
              <p>
                {author} <span className="barcode">{barcode}</span>
              </p>
              <p className="quiet">{t('fast-added.since', { branch: branchName(branchId), date: date(at) })}</p>
              <p>
                <Link to="/edit/$sourceId" params={{ sourceId }}>
                  {t('fast-added.describe')}
                </Link>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};

/** The page of brief records that desks made, for the cataloguers of their library. */
export const FastAddedPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('fast-added.title')}
      meaning={t('fast-added.meaning')}
      roles={['cataloguer', 'member-admin']}
      asked={asked}
      choose={(member) => void navigate({ to: '/fast-added', search: { member } })}
    >
      {(memberId) => <List key={memberId} memberId={memberId} />}
    </MemberPage>
  );
};
