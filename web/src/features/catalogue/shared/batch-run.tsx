import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Batch, isUnderWay, type LineState, useRun } from '../item-changes/changes.ts';
import { countsNow, firstShownState, progressOf } from '../item-changes/counts.ts';

type Way = 'onwards' | 'back';

/** The texts of a batch change that name what it changes: copies or records. */
export type BatchTexts = {
  gathering: (count: number) => string;
  act: (way: Way, count: number) => string;
  sure: (way: Way, count: number) => string;
  outcomes: string;
  none: string;
};

type Given = { batch: Batch; batchTexts: BatchTexts };

/** The state of a change as a badge. */
export const StateBadge = ({ batch }: { batch: Batch }) => {
  const t = useTranslate();
  const tone: Tone = batch.state === 'done' ? 'good' : isUnderWay(batch) ? 'warn' : 'none';
  return <Badge tone={tone}>{t(`batch-state.${batch.state}`)}</Badge>;
};

/** The automatic part of a change and its progress; announced when it reaches a new state. */
export const BatchProgress = ({ batch, batchTexts }: Given) => {
  const t = useTranslate();
  const progress = progressOf(batch);
  const found = countsNow(batch);
  return (
    <div aria-live="polite">
      {batch.state === 'gathering' && (
        <p className="notice">{batchTexts.gathering(found.planned + found.unchanged + found.refused)}</p>
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
export const BatchNextStep = ({ batch, memberId, batchTexts }: Given & { memberId: string }) => {
  const t = useTranslate();
  const run = useRun(memberId, batch.batchId);
  const [isAsked, setAsked] = useState(false);
  const now = countsNow(batch);
  const way = batch.state === 'previewed' ? 'onwards' : batch.state === 'done' ? 'back' : undefined;
  const count = way === 'onwards' ? now.planned : now.done;
  if (way === undefined || count === 0) return run.error ? <FailedNotice thrown={run.error} /> : null;
  const act = batchTexts.act(way, count);
  const go = (): void =>
    run.mutate(way, { onSuccess: () => toast(t(`changes.began-${way}`)), onSettled: () => setAsked(false) });
  return (
    <>
      {isAsked ? (
        <Question yes={act} isPending={run.isPending} go={go} away={() => setAsked(false)}>
          <p>{batchTexts.sure(way, count)}</p>
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

type Outcomes = Given & { children: (of: LineState, count: number) => ReactNode };

/** The outcomes of a change with their counts; the lines of the chosen one are shown below. */
export const BatchOutcomes = ({ batch, batchTexts, children }: Outcomes) => {
  const t = useTranslate();
  const now = countsNow(batch);
  const [chosen, setChosen] = useState<LineState>();
  // The selected state may have no lines any more.
  const of = chosen !== undefined && now[chosen] > 0 ? chosen : firstShownState(batch);
  const states = (Object.keys(now) as LineState[]).filter((state) => now[state] > 0);
  if (states.length === 0) return <p className="quiet">{batchTexts.none}</p>;
  return (
    <>
      <fieldset className="row" aria-label={batchTexts.outcomes}>
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
      {children(of, now[of])}
    </>
  );
};
