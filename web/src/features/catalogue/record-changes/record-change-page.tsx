import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Fact } from '../../../components/fact.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBatch } from '../item-changes/changes.ts';
import { BatchNextStep, BatchOutcomes, BatchProgress, StateBadge } from '../shared/batch-run.tsx';
import { MemberPage } from '../shared/member-page.tsx';
import { MOST_RECORDS } from './choice.ts';
import { RecordLines } from './record-lines.tsx';
import { useRecordTexts } from './use-record-texts.ts';
import '../shared/item-forms.css';
import './record-changes.css';

const route = getRouteApi('/record-changes/$batchId');

const Whole = ({ memberId, batchId }: { memberId: string; batchId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const texts = useRecordTexts();
  const { data: batch, error, refetch } = useBatch(memberId, batchId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!batch) return <Waiting rows={3} height={80} />;
  return (
    <>
      <dl className="facts">
        <Fact name={t('record-changes.what')}>
          <ol className="record-steps">
            {texts.steps(batch).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Fact>
        <Fact name={t('record-changes.which')}>{texts.chosen(batch)}</Fact>
        <Fact name={t('union.reason')}>{batch.reason}</Fact>
        <Fact name={t('changes.who')}>{t('union.by', { id: batch.by, date: time(batch.at) })}</Fact>
        <Fact name={t('changes.state')}>
          <StateBadge batch={batch} />
        </Fact>
      </dl>
      {batch.limited && <p className="notice notice-warn">{t('record-changes.limited', { most: MOST_RECORDS })}</p>}
      <BatchProgress batch={batch} batchTexts={texts.batchTexts} />
      <BatchNextStep batch={batch} memberId={memberId} batchTexts={texts.batchTexts} />
      <section aria-labelledby="its-records" className="stack">
        <h2 id="its-records">{t('record-changes.its-records')}</h2>
        <BatchOutcomes batch={batch} batchTexts={texts.batchTexts}>
          {(of, count) => <RecordLines key={of} memberId={memberId} batchId={batchId} of={of} count={count} />}
        </BatchOutcomes>
      </section>
      <p>
        <Link to="/record-changes" search={{ member: memberId }}>
          {t('record-changes.title')}
        </Link>
      </p>
    </>
  );
};

/** One batch change of records: its preview, its progress, and its reversal. */
export const RecordChangePage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { batchId } = route.useParams();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('record-changes.one')}
      meaning={t('record-changes.one-meaning')}
      asked={asked}
      // A change belongs to one library, so selecting another library opens that library's list.
      choose={(member) => void navigate({ to: '/record-changes', search: { member } })}
    >
      {(memberId) => <Whole key={memberId} memberId={memberId} batchId={batchId} />}
    </MemberPage>
  );
};
