import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { useChangeTexts } from './use-change-texts.ts';
import '../shared/item-forms.css';
import { StateBadge } from '../shared/batch-run.tsx';
import { type Batch, useBatches } from './changes.ts';
import { NewChange } from './new-change.tsx';

const route = getRouteApi('/item-changes');

const OneBatch = ({ batch, memberId }: { batch: Batch; memberId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const texts = useChangeTexts();
  const { batchId, change, by, at } = batch;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <Link to="/item-changes/$batchId" params={{ batchId }} search={{ member: memberId }}>
            {texts.sets(change ?? {}).join('; ')}
          </Link>
        </h3>
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
  const { data: batches, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useBatches(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!batches) return <Waiting rows={3} height={90} />;
  if (batches.length === 0) return <Empty title={t('changes.none')} />;
  return (
    <>
      <ul className="rows">
        {batches.map((batch) => (
          <OneBatch key={batch.batchId} batch={batch} memberId={memberId} />
        ))}
      </ul>
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};

/** The page for batch changes of items: a new change, and earlier ones. */
export const ItemChangesPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('changes.title')}
      meaning={t('changes.meaning')}
      asked={asked}
      choose={(member) => void navigate({ to: '/item-changes', search: { member } })}
    >
      {(memberId) => (
        <div key={memberId} className="stack">
          <section aria-labelledby="new-change" className="stack">
            <h2 id="new-change">{t('changes.new')}</h2>
            <NewChange memberId={memberId} />
          </section>
          <section aria-labelledby="made" className="stack">
            <h2 id="made">{t('changes.made')}</h2>
            <List memberId={memberId} />
          </section>
        </div>
      )}
    </MemberPage>
  );
};
