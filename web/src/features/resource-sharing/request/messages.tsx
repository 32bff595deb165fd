import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MessageList } from '../shared/message-list.tsx';

/** The messages with the partner outside about a request, page by page, the oldest first. */
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

/** What was said to and by the partner outside about this request, the oldest first; what did not get through is sent again from here. */
export const Messages = ({ requestId }: { requestId: string }) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMessages(requestId);
  return (
    <section aria-labelledby="messages" className="stack">
      <h2 id="messages">{t('mail.title')}</h2>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={60} />}
      {data && <MessageList message={data.pages.flatMap(({ messages }) => messages)} />}
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </section>
  );
};
