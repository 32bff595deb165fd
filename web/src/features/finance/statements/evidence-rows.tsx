import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { RestatedRows } from '../shared/restated.tsx';
import { AdjustmentRows, BilledRows, DueRows, FeeRows, YearFeeRows } from './money-row-tables.tsx';
import { PoolShare } from './pool-share.tsx';
import { DayRows, EntryRows, LineRows } from './row-tables.tsx';
import type { EvidenceRow, Line, Place, RowOf } from './statement.ts';

const useRows = ({ month, memberId }: Place, lineId: string) =>
  useInfiniteQuery({
    queryKey: ['evidence', month, memberId, lineId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/finance/periods/{month}/statements/{memberId}/lines/{lineId}/evidence', {
          params: { path: { month, memberId, lineId }, query: pageParam === '' ? {} : { after: pageParam } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

const isOf =
  <K extends EvidenceRow['kind']>(kind: K) =>
  (row: EvidenceRow): row is RowOf<K> =>
    row.kind === kind;

type Asked = { line: Line; place: Place; currency: string; platform: string };

/** The rows behind a line, loaded when expanded: days of use, bill cells, a fee, dues, entries, an adjustment, or other lines. */
export const EvidenceRows = ({ line, place, currency, platform }: Asked) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useRows(place, line.lineId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={120} />;
  const rows = data.pages.flatMap((page) => page.rows);
  const [days, entries, lines] = [rows.filter(isOf('day')), rows.filter(isOf('entry')), rows.filter(isOf('line'))];
  const [billed, fees, put] = [rows.filter(isOf('billed')), rows.filter(isOf('fee')), rows.filter(isOf('adjustment'))];
  const [yearFees, dues] = [rows.filter(isOf('year-fee')), rows.filter(isOf('due'))];
  const restated = rows.filter(isOf('restated'));
  const [shares, pool] = [rows.filter(isOf('share')), data.pages[0]?.pool];
  const prices = data.pages[0]?.prices ?? [];
  const names = data.pages[0]?.names ?? {};
  const of = line.evidence.kind === 'usage' ? line.evidence.of : '';
  return (
    <>
      {days.length > 0 && <DayRows rows={days} of={of} currency={platform} prices={prices} />}
      {billed.length > 0 && <BilledRows rows={billed} currency={platform} />}
      {fees.length > 0 && <FeeRows rows={fees} />}
      {yearFees.length > 0 && <YearFeeRows rows={yearFees} />}
      {dues.length > 0 && <DueRows rows={dues} memberId={place.memberId} />}
      {restated.length > 0 && <RestatedRows rows={restated} currency={platform} />}
      {put.length > 0 && <AdjustmentRows {...{ rows: put, currency, memberId: place.memberId, names }} />}
      {entries.length > 0 && <EntryRows rows={entries} />}
      {lines.length > 0 && <LineRows rows={lines} currency={currency} />}
      {rows.length === 0 && <p>{t('evidence.none')}</p>}
      {shares.length > 0 && <p className="quiet">{t('evidence.share', { currency: platform })}</p>}
      {(pool || shares.some(({ by }) => by)) && <PoolShare pool={pool} rows={shares} currency={platform} />}
      {hasNextPage && (
        <p>
          <Button size="sm" variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('evidence.more')}
          </Button>
        </p>
      )}
    </>
  );
};
