import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { type MessageKey, useTranslate } from '../../../i18n/translate.ts';
import type { Load } from '../shared/imports.ts';

type Counted = keyof Load['counts'];
type Row = readonly [label: MessageKey, count: Counted];

/** Shows the parts of the accepted records, then of the records read. */
const accepted: readonly Row[] = [
  ['load-sum.created', 'created'],
  ['load-sum.changed', 'changed'],
  ['load-sum.unchanged', 'unchanged'],
  ['load-sum.withdrawn', 'withdrawn'],
];
const read: readonly Row[] = [
  ['load-sum.accepted', 'accepted'],
  ['load-sum.rejected', 'rejected'],
];
const copies: readonly Row[] = [
  ['load-sum.itemsCreated', 'itemsCreated'],
  ['load-sum.itemsChanged', 'itemsChanged'],
  ['load-sum.itemsRejected', 'itemsRejected'],
  ['load-sum.barcodesShared', 'barcodesShared'],
  ['load-sum.itemsAsStaffSet', 'itemsAsStaffSet'],
  ['load-sum.itemsWithdrawn', 'itemsWithdrawn'],
];

const Line = ({
  row: [message, count],
  counts,
  isPart = false,
}: {
  row: Row;
  counts: Load['counts'];
  isPart?: boolean;
}) => {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <tr>
      <th scope="row" className={isPart ? 'load-part' : undefined}>
        {t(message)}
      </th>
      <td className="num">{number(counts[count])}</td>
    </tr>
  );
};

const Head = ({ of }: { of: MessageKey }) => {
  const t = useTranslate();
  return (
    <thead>
      <tr>
        <th scope="col">{t(of)}</th>
        <th scope="col" className="num">
          {t('load-sum.count')}
        </th>
      </tr>
    </thead>
  );
};

/** The result of an import in counts that add up: accepted plus rejected equals read. Authority records have no items. */
export const Sums = ({ load: { counts, kind } }: { load: Load }) => {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <div className="load-sums">
      <ScrollTable name={t('load-sum.records')}>
        <Head of="load-sum.records" />
        <tbody>
          {accepted.map((row) => (
            <Line key={row[1]} row={row} counts={counts} isPart />
          ))}
          {read.map((row) => (
            <Line key={row[1]} row={row} counts={counts} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('load-sum.read')}</th>
            <td className="num">{number(counts.read)}</td>
          </tr>
        </tfoot>
      </ScrollTable>
      {kind !== 'authorities' && (
        <ScrollTable name={t('load-sum.copies')}>
          <Head of="load-sum.copies" />
          <tbody>
            {copies.map((row) => (
              <Line key={row[1]} row={row} counts={counts} />
            ))}
          </tbody>
        </ScrollTable>
      )}
    </div>
  );
};
