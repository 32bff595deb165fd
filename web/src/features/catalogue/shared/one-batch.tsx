import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { staffName } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Entry, Names } from './source-records.ts';
import { useAudiences } from './use-audience-text.ts';

type Batch = Extract<Entry, { kind: 'batch' }>;

/** A batch change that hid or showed several items of this record: one line with its items and a link to the change. */
export const OneBatch = ({ entry, staff }: { entry: Batch; staff: Names }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const named = useAudiences();
  const { memberId, sourceId, at, by, reason, batchId, count, more, copies } = entry;
  const name = t('union.source', { member: memberName(memberId), number: sourceId.slice(memberId.length + 1) });
  const isShown = copies.every(({ after }) => after.length === 0);
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{t(isShown ? 'union.did-batch-show' : 'union.did-batch-hide', { count, name })}</h3>
        <p>{reason}</p>
        {more && <p className="quiet">{t('union.batch-at-least', { count })}</p>}
        <details>
          <summary>{t('union.batch-copies')}</summary>
          <ul className="quiet">
            {copies.map(({ itemId = '', barcode = itemId, before, after }) => (
              <li key={itemId}>
                {t('union.hid-copy', { barcode })}:{' '}
                {t('changes.step', { field: t('item-field.hiddenFrom'), from: named(before), to: named(after) })}
              </li>
            ))}
            {count > copies.length && <li>{t('union.batch-more', { count: count - copies.length })}</li>}
          </ul>
        </details>
        <p className="quiet">{t('union.by', { id: staffName(by, staff), date: time(at) })}</p>
        <p>
          <Link to="/item-changes/$batchId" params={{ batchId }} search={{ member: memberId }}>
            {t('changes.one')}
          </Link>
        </p>
      </div>
    </li>
  );
};
