import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { kinds } from './file-kinds.ts';
import type { LoadFile } from './use-migrations.ts';

/** The files of a load; of each kind the one added last is used. */
export const FilesTable = ({ files }: { files: readonly LoadFile[] }) => {
  const t = useTranslate();
  const { number, time } = useFormat();
  const columns: Column<LoadFile>[] = [
    {
      ...{ key: 'kind', head: t('migration.kind'), sort: ({ kind }: LoadFile) => kinds.indexOf(kind) },
      cell: ({ kind }) => t(`migration-kind.${kind}`),
    },
    { key: 'name', head: t('migration.file'), cell: ({ fileName }) => fileName, sort: ({ fileName }) => fileName },
    {
      ...{ key: 'records', head: t('migration.records'), align: 'end' as const },
      cell: ({ control }) => number(control.records),
      sort: ({ control }) => control.records,
    },
    {
      ...{ key: 'added', head: t('migration.added'), cell: ({ createdAt }: LoadFile) => time(createdAt) },
      sort: ({ createdAt }) => createdAt,
    },
    {
      ...{ key: 'state', head: t('migration.state') },
      cell: ({ there }) => (
        <Badge tone={there ? 'good' : 'warn'}>{t(there ? 'migration.there' : 'migration.not-there')}</Badge>
      ),
    },
  ];
  return (
    <Panel title={t('migration.files')} count={files.length} note={t('migration.files-note')} flush>
      <DataTable<LoadFile>
        name={t('migration.files')}
        columns={columns}
        rows={files}
        rowKey={({ fileId }) => fileId}
        order={{ key: 'added', down: true }}
        empty={t('migration.no-files')}
      />
    </Panel>
  );
};
