import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { useChangeTexts } from './use-change-texts.ts';
import '../shared/item-forms.css';
import { BatchCard, BatchList } from '../shared/batch-list.tsx';
import type { Batch } from './changes.ts';
import { NewChange } from './new-change.tsx';

// A single one is loaded with the list: each further file would be named in the first load of every page.
export { ItemChangePage } from './item-change-page.tsx';

const route = getRouteApi('/item-changes');

const OneBatch = ({ batch, memberId }: { batch: Batch; memberId: string }) => {
  const texts = useChangeTexts();
  const { batchId, change } = batch;
  const title = (
    <Link to="/item-changes/$batchId" params={{ batchId }} search={{ member: memberId }}>
      {texts.sets(change ?? {}).join('; ')}
    </Link>
  );
  return (
    <BatchCard batch={batch} title={title}>
      <p className="quiet">{texts.chosen(batch)}</p>
    </BatchCard>
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
            <BatchList
              memberId={memberId}
              none={t('changes.none')}
              card={(batch) => <OneBatch key={batch.batchId} batch={batch} memberId={memberId} />}
            />
          </section>
        </div>
      )}
    </MemberPage>
  );
};
