import { Button, TextInput } from '@mantine/core';
import { type FormEvent, Suspense, useState } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useClosureDays } from '../../../components/use-closure-days.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranchDay } from '../../circulation/shared/use-branch-day.ts';
import { ClosingReport } from './closing-report.tsx';
import { NewestClosings } from './newest-closings.tsx';
import { type Closing, useClosing } from './use-closing.ts';

const ClosingDates = lazyComponent(() => import('./closing-dates.tsx'), 'ClosingDates');

/** Shows the preview or result in one sentence. */
const Headline = ({ closing }: { closing: Closing }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const daysOf = useClosureDays();
  const { state, counts, reason } = closing;
  const texts: Partial<Record<Closing['state'], string>> = {
    gathering: t('closings.looking'),
    noting: t('closings.working'),
    running: t('closings.working'),
    undoing: t('closings.working'),
    done: t('closings.is-done', { count: number(counts.done ?? 0) }),
    undone: t('closings.is-undone', { count: number(counts.undone ?? 0) }),
  };
  return (
    <>
      <h3>
        {reason}: {daysOf(closing)}
      </h3>
      {texts[state] !== undefined && (
        <p role="status" className={state === 'done' ? 'notice notice-good' : 'notice'}>
          {texts[state]}
        </p>
      )}
    </>
  );
};

/** Closes a branch for some days from today on: a preview of the dates that move, then the closing, its report and its undo. */
export const CloseBranch = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const { closing, show, drop, preview, carry } = useClosing(branchId);
  const day = useBranchDay(branchId);
  const [days, setDays] = useState({ from: day, to: '', closesAt: '', reason: '' });
  const isWorking = preview.isPending || carry.isPending;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { from, to, closesAt, reason } = days;
    preview.mutate({ from, to: to === '' ? from : to, reason: reason.trim(), ...(closesAt !== '' && { closesAt }) });
  };
  const run = (way: 'onwards' | 'back') => closing && carry.mutate({ closingId: closing.closingId, way });
  return (
    <div className="stack">
      <p className="quiet">{t('closings.meaning')}</p>
      <form className="row" onSubmit={submit}>
        <TextInput
          type="date"
          required
          label={t('closings.from')}
          min={day}
          value={days.from}
          onChange={({ currentTarget }) => setDays({ ...days, from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('closings.to')}
          min={days.from}
          value={days.to}
          onChange={({ currentTarget }) => setDays({ ...days, to: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('closings.closes-at')}
          value={days.closesAt}
          onChange={({ currentTarget }) => setDays({ ...days, closesAt: currentTarget.value })}
        />
        <TextInput
          required
          label={t('closings.why')}
          placeholder={t('closings.example')}
          maxLength={200}
          value={days.reason}
          onChange={({ currentTarget }) => setDays({ ...days, reason: currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={preview.isPending}>
          {t('closings.preview')}
        </Button>
      </form>
      {(preview.error ?? carry.error) && <FailedNotice thrown={preview.error ?? carry.error} />}
      {closing && (
        <section className="stack" aria-busy={isWorking}>
          <Headline closing={closing} />
          {!isWorking && <ClosingReport closing={closing} />}
          {!isWorking && (closing.state === 'done' || closing.state === 'undone') && (
            <Suspense>
              <ClosingDates branchId={branchId} closingId={closing.closingId} />
            </Suspense>
          )}
          {closing.state === 'previewed' && (
            <>
              <p className="quiet">{t('closings.fines')}</p>
              <p className="row">
                <Button loading={carry.isPending} onClick={() => run('onwards')}>
                  {t('closings.confirm')}
                </Button>
                <Button variant="default" onClick={drop}>
                  {t('closings.drop')}
                </Button>
              </p>
            </>
          )}
          {closing.state === 'done' && (
            <p className="row">
              <Button variant="default" loading={carry.isPending} onClick={() => run('back')}>
                {t('closings.back')}
              </Button>
              <span className="quiet">{t('closings.back-meaning')}</span>
            </p>
          )}
        </section>
      )}
      <NewestClosings
        branchId={branchId}
        show={show}
        takeBack={({ closingId }) => carry.mutate({ closingId, way: 'back' })}
      />
    </div>
  );
};
