import { Button } from '@mantine/core';
import { useState } from 'react';
import { Announce } from '../../../components/announce.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { RunReport } from './run-report.tsx';
import { isGoing, type Migration, useMigrationActs } from './use-migrations.ts';

/** The runs of a load, the newest with its report: dry run, apply after a question, resume. */
export const RunsPanel = ({ migration, isSaved }: { migration: Migration; isSaved: boolean }) => {
  const t = useTranslate();
  const [asks, setAsks] = useState(false);
  const { load, files } = migration;
  const { startRun, resumeRun } = useMigrationActs(load.memberId, load.loadId);
  const runs = migration.runs.toSorted((one, other) => (one.runId < other.runId ? 1 : -1));
  const [last, ...before] = runs;
  const isBusy = runs.some(isGoing);
  const hasDryRun = runs.some(({ mode, state }) => mode === 'dry-run' && state === 'done');
  const isReady = files.length > 0 && isSaved && !isBusy;
  return (
    <Panel title={t('migration.runs')} count={runs.length}>
      <div className="stack">
        <p className="row">
          <Button disabled={!isReady} loading={startRun.isPending} onClick={() => startRun.mutate({ mode: 'dry-run' })}>
            {t('migration.dry-run')}
          </Button>
          <Button
            variant="default"
            disabled={!isReady || (load.purpose === 'cut-over' && !hasDryRun)}
            onClick={() => setAsks(true)}
          >
            {t('migration.apply')}
          </Button>
          <span className="quiet">{t(isSaved ? 'migration.dry-run-meaning' : 'migration.save-first')}</span>
        </p>
        {asks && (
          <Question
            yes={t('migration.apply-yes')}
            isPending={startRun.isPending}
            go={() => startRun.mutate({ mode: 'apply' }, { onSettled: () => setAsks(false) })}
            away={() => setAsks(false)}
          >
            <p>{t('migration.apply-asks', { library: load.name })}</p>
          </Question>
        )}
        {startRun.error && <FailedNotice thrown={startRun.error} />}
        {resumeRun.error && <FailedNotice thrown={resumeRun.error} />}
        {last && <Announce text={t('migration.heard', { state: t(`migration-state.${last.state}`) })} />}
        {last && <RunReport migration={migration} run={last} resume={() => resumeRun.mutate(last.runId)} isOpen />}
        {before.map((run) => (
          <RunReport key={run.runId} {...{ migration, run }} resume={() => resumeRun.mutate(run.runId)} />
        ))}
      </div>
    </Panel>
  );
};
