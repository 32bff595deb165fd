import { Button } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

/** What a list that comes page by page tells: whether there is more, and how it is fetched. */
type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** The button under a list that has more; nothing where it has not. */
export const ShowMore = ({ hasNextPage, isFetchingNextPage, fetchNextPage }: Paged) => {
  const t = useTranslate();
  if (!hasNextPage) return undefined;
  return (
    <p>
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('do.show-more')}
      </Button>
    </p>
  );
};
