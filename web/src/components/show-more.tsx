import { Button } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';

/** A paged list: whether more pages exist, and how to load them. */
type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** The button that loads the next page of a list; renders nothing on the last page. */
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
