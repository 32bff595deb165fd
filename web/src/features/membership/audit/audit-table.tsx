import { Button } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useDetailText } from './detail-text.ts';
import { type Asked, type Entry, useAudit } from './use-audit.ts';

type Given = { asked: Asked; choose: (only: { subject?: string; by?: string }) => void };

/** Returns a function that names the object of an entry: its kind, and its name where that is known. */
const useObject = (names: Readonly<Record<string, string>>) => {
  const textOf = useTextOf();
  const { branchName, memberName } = useDirectory();
  return (subject: string): string => {
    const [kind = '', ...rest] = subject.split(':');
    const id = rest.join(':');
    const known = names[subject] ?? (kind === 'branch' ? branchName(id) : kind === 'member' ? memberName(id) : id);
    return [textOf('audit-object', kind), known].filter(Boolean).join(' ');
  };
};

/** The entries of the audit log; an object or a person shows only its own. */
export const AuditTable = ({ asked, choose }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAudit(asked);
  const names = data?.names ?? {};
  const objectOf = useObject(names);
  const detailText = useDetailText(names);
  const actorOf = (by: string): string => names[by] ?? textOf('audit-actor', by.split(':')[0] ?? by, by);
  const did = (code: string): string => textOf('audit-did', code, code.replaceAll('-', ' '));
  const columns: Column<Entry>[] = [
    { key: 'at', head: t('audit.at'), cell: ({ at }) => time(at), text: ({ at }) => at },
    {
      ...{ key: 'by', head: t('audit.by'), text: ({ by }: Entry) => actorOf(by) },
      cell: ({ by }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          justify="start"
          ta="start"
          aria-label={t('audit.only', { what: actorOf(by) })}
          onClick={() => choose({ by })}
        >
          {actorOf(by)}
        </Button>
      ),
    },
    { key: 'did', head: t('audit.did'), cell: (entry) => did(entry.did), text: (entry) => did(entry.did) },
    {
      ...{ key: 'subject', head: t('audit.object'), text: ({ subject }: Entry) => subject },
      cell: ({ subject }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          justify="start"
          ta="start"
          aria-label={t('audit.only', { what: objectOf(subject) })}
          onClick={() => choose({ subject })}
        >
          {objectOf(subject)}
        </Button>
      ),
    },
    {
      ...{ key: 'detail', head: t('audit.detail'), text: ({ detail }: Entry) => detailText(detail) },
      cell: ({ detail }) => <span className="data-second">{detailText(detail)}</span>,
    },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <Panel title={t('audit.entries')} note={t('audit.newest')} flush>
      <DataTable<Entry>
        name={t('audit.entries')}
        columns={columns}
        rows={data?.entries}
        rowKey={({ auditId }) => auditId}
        empty={t('audit.none')}
        file="audit"
      />
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </Panel>
  );
};
