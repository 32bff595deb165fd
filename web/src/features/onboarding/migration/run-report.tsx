import { Button } from '@mantine/core';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ReportLines } from './report-lines.tsx';
import { isGoing, type Migration, type Run } from './use-migrations.ts';

const tones: Record<Run['state'], Tone> = {
  waiting: 'info',
  running: 'info',
  done: 'good',
  refused: 'bad',
  failed: 'bad',
};
const counts = ['read', 'accepted', 'rejected', 'created', 'changed', 'unchanged'] as const;

const Counts = ({ run, fileName }: { run: Run; fileName: (fileId: string) => string }) => {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <ScrollTable name={t('migration.counts')}>
      <thead>
        <tr>
          <th scope="col">{t('migration.kind')}</th>
          <th scope="col">{t('migration.file')}</th>
          {counts.map((count) => (
            <th key={count} scope="col" className="num">
              {t(`migration-count.${count}`)}
            </th>
          ))}
          <th scope="col">{t('migration.totals')}</th>
        </tr>
      </thead>
      <tbody>
        {run.files.map(({ fileId, kind, tally, totals, agrees }) => (
          <tr key={fileId}>
            <th scope="row">{t(`migration-kind.${kind}`)}</th>
            <td>{fileName(fileId)}</td>
            {counts.map((count) => (
              <td key={count} className="num">
                {number(tally[count])}
              </td>
            ))}
            <td>
              <Badge tone={agrees ? 'good' : 'bad'}>{t(agrees ? 'migration.agrees' : 'migration.differs')}</Badge>
              {totals
                .filter((total) => !total.agrees && total.of === 'records')
                .map(({ column = '', code = '', theirs, missing, rejected }) => (
                  <p key={`${column}-${code}`} className="quiet">
                    {t('migration.difference', { code, theirs, missing, rejected })}
                  </p>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

type Given = { migration: Migration; run: Run; resume: () => void; isOpen?: boolean };

/** One run with its counts, its problems and the rows that it rejected; an earlier one is folded. */
export const RunReport = ({ migration: { load, files }, run, resume, isOpen = false }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { state, mode, createdAt, parts, problems = [] } = run;
  const fileName = (fileId: string): string => files.find((file) => file.fileId === fileId)?.fileName ?? fileId;
  return (
    <details open={isOpen}>
      <summary>
        {t(`migration-mode.${mode}`)}, {time(createdAt)}{' '}
        <Badge tone={tones[state]}>{t(`migration-state.${state}`)}</Badge>
      </summary>
      <div className="stack">
        {isGoing(run) && parts.all > 0 && (
          <progress aria-label={t('migration.progress')} max={parts.all} value={parts.done} />
        )}
        {(state === 'failed' || state === 'waiting') && (
          <p>
            <Button size="sm" variant="default" onClick={resume}>
              {t('migration.resume')}
            </Button>
          </p>
        )}
        {problems.map(({ fileId, reason, detail }) => (
          <p key={`${fileId}-${reason}`} className="bad">
            {t('migration.problem', { file: fileName(fileId), detail })}
          </p>
        ))}
        {run.files.length > 0 && <Counts {...{ run, fileName }} />}
        {state === 'done' && <ReportLines {...{ load, run, fileName }} />}
      </div>
    </details>
  );
};
