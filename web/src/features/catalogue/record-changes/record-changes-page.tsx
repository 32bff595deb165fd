import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Batch } from '../item-changes/changes.ts';
import { BatchCard, BatchList } from '../shared/batch-list.tsx';
import { MemberPage } from '../shared/member-page.tsx';
import { NewRecordChange } from './new-record-change.tsx';
import { useRecordTexts } from './use-record-texts.ts';
import '../shared/item-forms.css';

// A single one is loaded with the list: each further file would be named in the first load of every page.
export { RecordChangePage } from './record-change-page.tsx';

const route = getRouteApi('/record-changes');

const OneBatch = ({ batch, memberId }: { batch: Batch; memberId: string }) => {
  const texts = useRecordTexts();
  const { batchId, reason } = batch;
  const title = (
    <Link to="/record-changes/$batchId" params={{ batchId }} search={{ member: memberId }}>
      {texts.steps(batch).join('; ')}
    </Link>
  );
  return (
    <BatchCard batch={batch} title={title}>
      <p>{reason}</p>
      <p className="quiet">{texts.chosen(batch)}</p>
    </BatchCard>
  );
};

/** The page for batch changes of records: a new change, and earlier ones. */
export const RecordChangesPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('record-changes.title')}
      meaning={t('record-changes.meaning')}
      asked={asked}
      choose={(member) => void navigate({ to: '/record-changes', search: { member } })}
    >
      {(memberId) => (
        <div key={memberId} className="stack">
          <section aria-labelledby="new-change" className="stack">
            <h2 id="new-change">{t('changes.new')}</h2>
            <NewRecordChange memberId={memberId} />
          </section>
          <section aria-labelledby="made" className="stack">
            <h2 id="made">{t('record-changes.made')}</h2>
            <BatchList
              memberId={memberId}
              of="records"
              none={t('record-changes.none')}
              card={(batch) => <OneBatch key={batch.batchId} batch={batch} memberId={memberId} />}
            />
          </section>
        </div>
      )}
    </MemberPage>
  );
};
