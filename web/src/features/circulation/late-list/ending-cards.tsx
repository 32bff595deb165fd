import { api, take } from '../../../api/client.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import { PaperHead } from '../../../components/print-header.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
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
      <ScrollTable name={t('late.cards')}>
        <thead>
          <tr>
            <th scope="col">{t('late.patron')}</th>
            <th scope="col">{t('late.card')}</th>
            <th scope="col">{t('late.category')}</th>
            <th scope="col">{t('late.ends')}</th>
          </tr>
        </thead>
        <tbody>
          {cards.map(({ patronId, name, card, category, expiresOn }) => (
            <tr key={patronId}>
              <th scope="row">{[name.given, name.family].filter(Boolean).join(' ')}</th>
              <td className="barcode">{card}</td>
              <td>{category}</td>
              {/* A day, not an instant: noon is on the same day in all nearby time zones. */}
              <td>{date(`${expiresOn}T12:00:00`)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  );
};
