import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Fact } from '../../../components/fact.tsx';
import { Question } from '../../../components/question.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { useChangeTexts } from './use-change-texts.ts';
import '../shared/item-forms.css';
import { type Batch, type LineState, useBatch, useRun } from './changes.ts';
import { countsNow, firstLook, progressOf } from './counts.ts';
import { StateBadge } from './item-changes-page.tsx';
import { Lines } from './lines.tsx';

const route = getRouteApi('/item-changes/$batchId');

type Given = { batch: Batch; memberId: string };

/** The automatic part of a change and its progress; announced when it reaches a new state. */
const Progress = ({ batch }: { batch: Batch }) => {
  const t = useTranslate();
  const progress = progressOf(batch);
  const found = countsNow(batch);
  return (
    <div aria-live="polite">
      {batch.state === 'gathering' && (
        <p className="notice">{t('changes.gathering', { count: found.planned + found.unchanged + found.refused })}</p>
      )}
      {progress && (
        <>
          <p>{t('changes.progress', progress)}</p>
          <progress
            className="changes-progress"
            aria-label={t(`batch-state.${batch.state}`)}
            max={Math.max(1, progress.of)}
            value={progress.through}
          />
          <p className="quiet">{t('changes.goes-on')}</p>
        </>
      )}
    </div>
  );
};

/** The next step of a change: to make it or to revert it; asks for confirmation. */
const NextStep = ({ batch, memberId }: Given) => {
  const t = useTranslate();
  const run = useRun(memberId, batch.batchId);
  const [isAsked, setAsked] = useState(false);
  const now = countsNow(batch);
  const way = batch.state === 'previewed' ? 'onwards' : batch.state === 'done' ? 'back' : undefined;
  const count = way === 'onwards' ? now.planned : now.done;
  if (way === undefined || count === 0) return run.error ? <FailedNotice thrown={run.error} /> : null;
  const act = t(`changes.do-${way}`, { count });
  const go = (): void =>
    run.mutate(way, { onSuccess: () => toast(t(`changes.began-${way}`)), onSettled: () => setAsked(false) });
  return (
    <>
      {isAsked ? (
        <Question yes={act} isPending={run.isPending} go={go} away={() => setAsked(false)}>
          <p>{t(`changes.sure-${way}`, { count })}</p>
        </Question>
      ) : (
        <p>
          <Button variant={way === 'onwards' ? 'filled' : 'default'} onClick={() => setAsked(true)}>
            {act}
          </Button>
        </p>
      )}
      {run.error && <FailedNotice thrown={run.error} />}
    </>
  );
};

const Copies = ({ batch, memberId }: Given) => {
  const t = useTranslate();
  const now = countsNow(batch);
  const [chosen, setChosen] = useState<LineState>();
  // The selected state may have no items any more.
  const of = chosen !== undefined && now[chosen] > 0 ? chosen : firstLook(batch);
  const states = (Object.keys(now) as LineState[]).filter((state) => now[state] > 0);
  if (states.length === 0) return <p className="quiet">{t('changes.no-lines')}</p>;
  return (
    <>
      <fieldset className="row" aria-label={t('changes.by-outcome')}>
        {states.map((state) => (
          <Button
            key={state}
            size="sm"
            variant={state === of ? 'filled' : 'default'}
            aria-pressed={state === of}
            onClick={() => setChosen(state)}
          >
            {t(`batch-line.${state}`)}: {now[state]}
          </Button>
        ))}
      </fieldset>
      <Lines key={of} memberId={memberId} batchId={batch.batchId} of={of} count={now[of]} />
    </>
  );
};

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
        <Fact name={t('changes.what')}>{texts.sets(batch.change).join('; ')}</Fact>
        <Fact name={t('changes.which')}>{texts.chosen(batch)}</Fact>
        <Fact name={t('union.reason')}>{batch.reason}</Fact>
        <Fact name={t('changes.who')}>{t('union.by', { id: batch.by, date: time(batch.at) })}</Fact>
        <Fact name={t('changes.state')}>
          <StateBadge batch={batch} />
        </Fact>
      </dl>
      <Progress batch={batch} />
      <NextStep batch={batch} memberId={memberId} />
      <section aria-labelledby="copies" className="stack">
        <h2 id="copies">{t('changes.its-copies')}</h2>
        <Copies batch={batch} memberId={memberId} />
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
