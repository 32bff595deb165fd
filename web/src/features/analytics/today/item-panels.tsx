import { Link } from '@tanstack/react-router';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { BranchSpine } from '../../../components/spine.tsx';
import { daysUntil, useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { links } from './links.ts';
import { TodayPanel } from './today-panel.tsx';
import type { ItemToday, Today } from './use-today.ts';

const Title = ({ item: { barcode, title } }: { item: ItemToday }) => (
  <Link to="/copy" search={{ barcode }} className="today-title">
    {title ?? barcode}
  </Link>
);

const tail = (barcode: string): string => (barcode.length > 4 ? `…${barcode.slice(-4)}` : barcode);

/** Lists the copies to fetch from the shelves, in shelf order. */
export const FetchPanel = ({ list }: { list: NonNullable<Today['fetch']> }) => {
  const t = useTranslate();
  const columns: Column<ItemToday>[] = [
    { key: 'call', head: t('today.call-number'), cell: ({ callNumber }) => <strong>{callNumber ?? '–'}</strong> },
    { key: 'title', head: t('today.title-head'), cell: (item) => <Title item={item} /> },
    { key: 'to', head: t('today.goes-to'), cell: ({ to }) => to && <BranchSpine branchId={to} /> },
    {
      ...{ key: 'barcode', head: t('today.barcode') },
      cell: ({ barcode }) => (
        <span className="barcode" title={barcode}>
          {tail(barcode)}
        </span>
      ),
    },
  ];
  return (
    <TodayPanel
      id="fetch"
      title={t('today.fetch')}
      count={shownCount(list)}
      note={t('today.shelf-order')}
      action={<Link {...links.fetch}>{t('today.all')}</Link>}
      isEmpty={list.count === 0}
      empty={t('today.fetch-none')}
    >
      <DataTable
        name={t('today.fetch')}
        columns={columns}
        rows={list.entries}
        rowKey={({ itemId }) => itemId}
        group={({ location }) => location}
        empty={t('today.fetch-none')}
      />
    </TodayPanel>
  );
};

type RowProps = { item: ItemToday; under: string; end: React.ReactNode };

const Row = ({ item, under, end }: RowProps) => (
  <li className="today-row">
    <div>
      <Title item={item} />
      <p className="today-under">{under}</p>
    </div>
    <span className="today-end">{end}</span>
  </li>
);

const placeOf = ({ callNumber, location }: ItemToday): string =>
  callNumber ? `${callNumber} · ${location}` : location;

/** Lists the expired copies on the hold shelf. */
export const ClearPanel = ({ list }: { list: NonNullable<Today['clear']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="clear"
      title={t('today.clear')}
      count={shownCount(list)}
      action={<Link {...links.clear}>{t('today.all')}</Link>}
      isEmpty={list.count === 0}
      empty={t('today.clear-none')}
    >
      <ul className="today-rows">
        {list.entries.map((item) => (
          <Row
            key={item.itemId}
            item={item}
            under={placeOf(item)}
            end={item.until ? t('today.until', { day: date(item.until) }) : t('today.cancelled')}
          />
        ))}
      </ul>
    </TodayPanel>
  );
};

/** Lists the items in transit to the branch, the longest first. */
export const ComingPanel = ({ list }: { list: NonNullable<Today['coming']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="coming"
      title={t('today.coming')}
      count={shownCount(list)}
      note={
        list.late > 0 && (
          <Badge tone="bad" icon="wait">
            {t('today.late', { late: list.late })}
          </Badge>
        )
      }
      action={<Link {...links.coming}>{t('today.all')}</Link>}
      isEmpty={list.count === 0}
      empty={t('today.coming-none')}
    >
      <ul className="today-rows">
        {list.entries.map(({ from, since, late, ...item }) => (
          <li key={item.itemId} className="today-row">
            <div>
              <Title item={item} />
              <div className="today-under">{from && <BranchSpine branchId={from} />}</div>
            </div>
            <span className={late ? 'today-end today-late' : 'today-end'}>
              {since && (late ? t('today.days', { days: -daysUntil(since) }) : t('today.sent', { day: date(since) }))}
            </span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};

/** Lists the missing copies. */
export const MissingPanel = ({ list }: { list: NonNullable<Today['missing']> }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="missing"
      title={t('today.missing')}
      count={shownCount(list)}
      action={<Link {...links.missing}>{t('today.all')}</Link>}
      isEmpty={list.count === 0}
      empty={t('today.missing-none')}
    >
      <ul className="today-rows">
        {list.entries.map((item) => (
          <Row
            key={item.itemId}
            item={item}
            under={`${placeOf(item)} · ${textOf('today.reason', item.reason ?? 'not-found')}`}
            end={item.since && date(item.since)}
          />
        ))}
      </ul>
    </TodayPanel>
  );
};
