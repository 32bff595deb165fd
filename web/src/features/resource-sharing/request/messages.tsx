import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MessageList } from '../shared/message-list.tsx';

/** Returns the messages with the partner about a request, page by page, oldest first. */
export const useMessages = (requestId: string) =>
  useInfiniteQuery({
    queryKey: ['loan', requestId, 'messages'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/resource-sharing/requests/{requestId}/messages', {
          params: { path: { requestId }, query: pageParam ? { after: pageParam } : {} },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The messages with the partner about this request, oldest first; failed ones can be sent again. */
export const Messages = ({ requestId }: { requestId: string }) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMessages(requestId);
  return (
    <section aria-labelledby="messages" className="stack">
      <h2 id="messages">{t('partner-message.title')}</h2>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={60} />}
      {data && <MessageList message={data.pages.flatMap(({ messages }) => messages)} />}
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </section>
  );
};
