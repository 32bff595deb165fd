import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Batch, useBatches } from '../item-changes/changes.ts';
import { StateBadge } from '../shared/batch-run.tsx';
import { MemberPage } from '../shared/member-page.tsx';
import { NewRecordChange } from './new-record-change.tsx';
import { useRecordTexts } from './use-record-texts.ts';
import '../shared/item-forms.css';

const route = getRouteApi('/record-changes');

const OneBatch = ({ batch, memberId }: { batch: Batch; memberId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const texts = useRecordTexts();
  const { batchId, by, at, reason } = batch;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <Link to="/record-changes/$batchId" params={{ batchId }} search={{ member: memberId }}>
            {texts.steps(batch).join('; ')}
          </Link>
        </h3>
        <p>{reason}</p>
        <p className="quiet">{texts.chosen(batch)}</p>
        <p className="quiet">{t('union.by', { id: by, date: time(at) })}</p>
        <p>
          <StateBadge batch={batch} />
        </p>
      </div>
    </li>
  );
};

const List = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useBatches(memberId, 'records');
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={90} />;
  if (data.length === 0) return <Empty title={t('record-changes.none')} />;
  return (
    <>
      <ul className="rows">
        {data.map((batch) => (
          <OneBatch key={batch.batchId} batch={batch} memberId={memberId} />
        ))}
      </ul>
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
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
            <List memberId={memberId} />
          </section>
        </div>
      )}
    </MemberPage>
  );
};
