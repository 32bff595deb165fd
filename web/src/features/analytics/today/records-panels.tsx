import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The pairs of records that cataloguers compare, the likeliest first. */
export const RecordPairsPanel = ({ list }: { list: NonNullable<Today['recordPairs']> }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { percent } = useFormat();
  const named = (sourceId: string): string => {
    const [memberId = '', ...number] = sourceId.split(':');
    return `${memberName(memberId)} ${number.join(':')}`;
  };
  return (
    <TodayPanel
      id="record-pairs"
      title={t('today.record-pairs')}
      count={shownCount(list)}
      action={<Link to="/possible-duplicates">{t('today.all')}</Link>}
      isEmpty={list.count === 0}
      empty={t('today.record-pairs-none')}
    >
      <ul className="today-rows">
        {list.entries.map(({ id: one, otherId: two = '', score = 0 }) => (
          <li key={`${one} ${two}`} className="today-row">
            <Link to="/possible-duplicates" className="today-title">
              {t('today.record-pair', { one: named(one), two: named(two) })}
            </Link>
            <span className="today-end">{t('today.alike', { percent: percent(score) })}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};

/** The batches of items and records that are previewed and not started. */
export const BatchesPanel = ({ list }: { list: NonNullable<Today['batches']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="batches"
      title={t('today.batches')}
      count={shownCount(list)}
      isEmpty={list.count === 0}
      empty={t('today.batches-none')}
    >
      <ul className="today-rows">
        {list.entries.map(({ id: batchId, kind, since }) => (
          <li key={batchId} className="today-row">
            <Link
              to={kind === 'items' ? '/item-changes/$batchId' : '/record-changes/$batchId'}
              params={{ batchId }}
              className="today-title"
            >
              {t(kind === 'items' ? 'today.batch-items' : 'today.batch-records')}
            </Link>
            <span className="today-end">{since && date(since)}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
