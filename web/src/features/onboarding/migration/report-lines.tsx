import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Badge } from '../../../components/badge.tsx';
import { type Column, csvOf } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { download } from '../../../components/download.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { allLines, type FileLine, type Migration, type Run, useReport } from './use-migrations.ts';

/** Lines that are shown at once; the download has all. */
const MOST_LINES = 100;

type Given = { load: Migration['load']; run: Run; fileName: (fileId: string) => string };

/** The rows that a run rejected, and warnings about accepted ones, by line and column. No content of a cell but codes is shown. */
export const ReportLines = ({ load: { memberId, loadId, name }, run, fileName }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { data, error, refetch } = useReport(memberId, loadId, run);
  const why = ({ reason, detail }: FileLine): string => textOf('migration-why', reason, detail);
  const columns: Column<FileLine>[] = [
    {
      ...{ key: 'line', head: t('migration.line'), sort: ({ line }: FileLine) => line },
      cell: ({ line }) => line,
    },
    {
      ...{ key: 'file', head: t('migration.file'), sort: ({ fileId }: FileLine) => fileName(fileId) },
      cell: ({ fileId }) => fileName(fileId),
    },
    {
      ...{ key: 'what', head: t('migration.what') },
      cell: ({ rejected }) => (
        <Badge tone={rejected ? 'bad' : 'warn'}>{t(rejected ? 'migration.rejected' : 'migration.warning')}</Badge>
      ),
      text: ({ rejected }) => t(rejected ? 'migration.rejected' : 'migration.warning'),
    },
    {
      ...{ key: 'column', head: t('migration.column'), sort: ({ column }: FileLine) => column },
      cell: ({ column }) => (column === undefined ? '' : textOf('migration-column', column)),
    },
    {
      ...{ key: 'value', head: t('migration.code'), sort: ({ value }: FileLine) => value },
      cell: ({ value = '' }) => <span className="barcode">{value}</span>,
    },
    { key: 'why', head: t('migration.why'), cell: why, sort: why },
  ];
  const csv = useMutation({
    mutationFn: () => allLines(memberId, loadId, run.runId),
    onSuccess: (lines) => download(`${name}-rejected.csv`, csvOf(lines, columns)),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <section className="stack" aria-label={t('migration.lines')}>
      <div className="row">
        <h3>{t('migration.lines')}</h3>
        {(data?.lines.length ?? 0) > 0 && (
          <Button size="sm" variant="default" loading={csv.isPending} onClick={() => csv.mutate()}>
            {t('migration.download')}
          </Button>
        )}
      </div>
      {csv.error && <FailedNotice thrown={csv.error} />}
      <DataTable<FileLine>
        name={t('migration.lines')}
        columns={columns}
        rows={data?.lines.slice(0, MOST_LINES)}
        rowKey={({ fileId, line, reason, column = '' }) => `${fileId}-${line}-${reason}-${column}`}
        empty={t('migration.no-lines')}
      />
      {(data?.hasMore || (data?.lines.length ?? 0) > MOST_LINES) && (
        <p className="quiet">{t('migration.more-lines')}</p>
      )}
    </section>
  );
};
