import { api, take } from '../../../api/client.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { PaperHead } from '../../../components/print-header.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Place } from './place.ts';

const useEndingCards = ({ branchId, of }: Place) =>
  useWholeList(['ending-cards', branchId, of], (after) =>
    take(
      api.GET('/v1/patrons/branches/{branchId}/expiring-cards', {
        params: { path: { branchId }, query: { of, days: 30, limit: 100, ...(after && { after }) } },
      }),
    ),
  );

/** All cards of a place's own patrons that expire within thirty days, the soonest first. */
export const EndingCards = ({ place }: { place: Place }) => {
  const t = useTranslate();
  const { time, date } = useFormat();
  const { data, error, refetch, hasNextPage, dataUpdatedAt } = useEndingCards(place);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || hasNextPage) return <Waiting rows={4} height={48} />;
  const cards = data.pages.flatMap((page) => page.cards);
  const count = t('late.cards-count', { count: cards.length, time: time(new Date(dataUpdatedAt).toISOString()) });
  if (cards.length === 0) return <Empty title={count} />;
  return (
    <>
      <PaperHead>{count}</PaperHead>
      <DataTable
        name={t('late.cards')}
        rows={cards}
        rowKey={({ patronId }) => patronId}
        empty={count}
        columns={[
          {
            key: 'patron',
            head: t('late.patron'),
            cell: ({ name }) => [name.given, name.family].filter(Boolean).join(' '),
            sort: ({ name }) => name.family,
          },
          { key: 'card', head: t('late.card'), cell: ({ card }) => <span className="barcode">{card}</span> },
          {
            key: 'category',
            head: t('late.category'),
            cell: ({ category }) => category,
            sort: ({ category }) => category,
          },
          {
            key: 'ends',
            head: t('late.ends'),
            cell: ({ expiresOn }) => date(expiresOn),
            sort: ({ expiresOn }) => expiresOn,
          },
        ]}
      />
    </>
  );
};
