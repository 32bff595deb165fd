import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Fact } from '../../../components/fact.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BatchNextStep, BatchOutcomes, BatchProgress, StateBadge } from '../shared/batch-run.tsx';
import { MemberPage } from '../shared/member-page.tsx';
import { useBatch } from './changes.ts';
import { Lines } from './lines.tsx';
import { useChangeTexts } from './use-change-texts.ts';
import '../shared/item-forms.css';

const route = getRouteApi('/item-changes/$batchId');

const Whole = ({ memberId, batchId }: { memberId: string; batchId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const texts = useChangeTexts();
  const { data: batch, error, refetch } = useBatch(memberId, batchId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!batch) return <Waiting rows={3} height={80} />;
  return (
    <>
      <dl className="facts">
        <Fact name={t('changes.what')}>{texts.sets(batch.change ?? {}).join('; ')}</Fact>
        <Fact name={t('changes.which')}>{texts.chosen(batch)}</Fact>
        <Fact name={t('union.reason')}>{batch.reason}</Fact>
        <Fact name={t('changes.who')}>{t('union.by', { id: batch.by, date: time(batch.at) })}</Fact>
        <Fact name={t('changes.state')}>
          <StateBadge batch={batch} />
        </Fact>
      </dl>
      <BatchProgress batch={batch} batchTexts={texts.batchTexts} />
      <BatchNextStep batch={batch} memberId={memberId} batchTexts={texts.batchTexts} />
      <section aria-labelledby="copies" className="stack">
        <h2 id="copies">{t('changes.its-copies')}</h2>
        <BatchOutcomes batch={batch} batchTexts={texts.batchTexts}>
          {(of, count) => <Lines key={of} memberId={memberId} batchId={batchId} of={of} count={count} />}
        </BatchOutcomes>
      </section>
      <p className="row">
        <Link to="/labels" search={{ member: memberId, batch: batchId }}>
          {t('labels.of-change')}
        </Link>
        <Link to="/item-changes" search={{ member: memberId }}>
          {t('changes.title')}
        </Link>
      </p>
    </>
  );
};

/** One batch change of items: its preview, its progress, and its reversal. */
export const ItemChangePage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { batchId } = route.useParams();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('changes.one')}
      meaning={t('changes.one-meaning')}
      asked={asked}
      // A change belongs to one library, so selecting another library opens that library's list.
      choose={(member) => void navigate({ to: '/item-changes', search: { member } })}
    >
      {(memberId) => <Whole key={memberId} memberId={memberId} batchId={batchId} />}
    </MemberPage>
  );
};
