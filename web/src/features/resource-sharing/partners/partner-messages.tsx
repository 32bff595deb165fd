import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MessageList } from '../shared/message-list.tsx';

const useMail = (partnerId: string, isFailed: boolean) =>
  useInfiniteQuery({
    queryKey: ['partner-messages', partnerId, String(isFailed)],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/resource-sharing/partners/{partnerId}/messages', {
          params: {
            path: { partnerId },
            query: { ...(isFailed && { only: 'failed' as const }), ...(pageParam && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The messages with a partner, newest first: all, or only those not delivered. */
export const PartnerMessages = ({ partnerId }: { partnerId: string }) => {
  const t = useTranslate();
  const [isFailed, setIsFailed] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMail(partnerId, isFailed);
  return (
    <section aria-labelledby="mail" className="stack">
      <h2 id="mail">{t('partner-message.title')}</h2>
      <fieldset className="row" aria-label={t('partner-message.which')}>
        {[false, true].map((one) => (
          <Button
            key={String(one)}
            size="sm"
            variant={one === isFailed ? 'filled' : 'default'}
            aria-pressed={one === isFailed}
            onClick={() => setIsFailed(one)}
          >
            {t(one ? 'partner-message.failed' : 'partner-message.all')}
          </Button>
        ))}
      </fieldset>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={60} />}
      {data && <MessageList message={data.pages.flatMap(({ messages }) => messages)} />}
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </section>
  );
};
