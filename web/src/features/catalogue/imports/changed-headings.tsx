import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { usePreview } from '../item-changes/changes.ts';
import type { Load } from '../shared/imports.ts';
import { type ChangedHeading, MOST_AT_ONCE, stepsFor, useChangedHeadings } from './use-changed-headings.ts';

/**
 * The headings that a load of authority records changed, and the way to give the new ones to the records of the library: a batch with its
 * preview and undo.
 */
export const ChangedHeadings = ({ load: { importId, fileName }, memberId }: { load: Load; memberId: string }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const navigate = useNavigate();
  const who = useWho();
  const list = useChangedHeadings(memberId, importId);
  const preview = usePreview(memberId);
  const change = (headings: readonly ChangedHeading[]): void =>
    preview.mutate(
      { records: { all: true }, steps: stepsFor(headings), reason: t('changed-headings.reason', { file: fileName }) },
      {
        onSuccess: ({ batchId }) =>
          void navigate({ to: '/record-changes/$batchId', params: { batchId }, search: { member: memberId } }),
      },
    );
  const isCataloguer = holdsAt(who, memberId, 'cataloguer');
  const columns: Column<ChangedHeading>[] = [
    { key: 'before', head: t('changed-headings.before'), sort: (row) => row.before, cell: (row) => row.before },
    { key: 'after', head: t('changed-headings.after'), sort: (row) => row.after, cell: (row) => row.after },
    {
      ...{ key: 'records', head: t('changed-headings.records'), align: 'end' as const },
      ...{ sort: ({ records }: ChangedHeading) => records },
      cell: ({ records }) => records !== undefined && number(records),
    },
  ];
  const changing: Column<ChangedHeading> = {
    ...{ key: 'change', head: t('changed-headings.change') },
    cell: (row) =>
      row.field && (
        <Button
          size="xs"
          variant="default"
          loading={preview.isPending}
          aria-label={t('changed-headings.change-one', { heading: row.before })}
          onClick={() => change([row])}
        >
          {t('changed-headings.change')}
        </Button>
      ),
  };
  if (list.error) return <FailedNotice thrown={list.error} again={() => void list.refetch()} />;
  const together = (list.data ?? []).filter(({ field }) => field).slice(0, MOST_AT_ONCE);
  return (
    <>
      <p className="quiet">{t('changed-headings.meaning')}</p>
      {preview.error && <FailedNotice thrown={preview.error} />}
      <DataTable<ChangedHeading>
        name={t('changed-headings.title')}
        columns={isCataloguer ? [...columns, changing] : columns}
        rows={list.data}
        rowKey={({ authorityId, list: of }) => `${authorityId} ${of}`}
        empty={t('changed-headings.none')}
        file="changed-headings"
      />
      <ShowMore {...list} />
      {isCataloguer && together.length > 1 && (
        <p>
          <Button loading={preview.isPending} onClick={() => change(together)}>
            {t('changed-headings.change-all', { count: together.length })}
          </Button>
        </p>
      )}
    </>
  );
};
