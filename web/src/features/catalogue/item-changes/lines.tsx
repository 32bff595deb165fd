import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Line, type LineState, useLines } from './changes.ts';
import { useChangeTexts } from './use-change-texts.ts';

const OneLine = ({ line, hasWhy }: { line: Line; hasWhy: boolean }) => {
  const textOf = useTextOf();
  const texts = useChangeTexts();
  const { itemId, barcode, reason } = line;
  return (
    <tr>
      <th scope="row" className="barcode">
        {itemId ? (
          // An item without a barcode is identified by its id.
          <Link to="/copy" search={{ barcode: barcode || itemId }}>
            {barcode || itemId}
          </Link>
        ) : (
          barcode
        )}
      </th>
      <td>{texts.steps(line).join('; ')}</td>
      {hasWhy && <td>{reason && textOf('batch-why', reason)}</td>}
    </tr>
  );
};

type Given = { memberId: string; batchId: string; of: LineState; count: number };

/** The items of a change in one state: old and new values, and why a change was not made. */
export const Lines = ({ memberId, batchId, of, count }: Given) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLines(
    memberId,
    batchId,
    of,
    count,
  );
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={48} />;
  const lines = data.pages.flatMap(({ items }) => items);
  const hasWhy = lines.some(({ reason }) => reason !== undefined);
  if (lines.length === 0) return <p className="quiet">{t('changes.no-lines')}</p>;
  return (
    <>
      <ScrollTable name={t(`batch-line.${of}`)}>
        <thead>
          <tr>
            <th scope="col">{t('pull.barcode')}</th>
            <th scope="col">{t('changes.what')}</th>
            {hasWhy && <th scope="col">{t('changes.why')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <OneLine key={line.itemId ?? line.barcode} line={line} hasWhy={hasWhy} />
          ))}
        </tbody>
      </ScrollTable>
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};
