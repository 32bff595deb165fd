import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { sendFile } from '../../../api/send-file.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { digitsOf } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { ColumnsTable } from './columns-table.tsx';
import { readHead } from './csv-head.ts';
import { columnsOf, type FileKind, kinds, missingIn } from './file-kinds.ts';
import type { Draft } from './use-draft.ts';
import { type Migration, useMigrationActs } from './use-migrations.ts';

const minorUnits = (text: string, decimals: number): number =>
  Math.round(Number(text.replace(',', '.')) * 10 ** decimals);

/** Adds a file to a load: its columns are mapped with its first rows in view, then it is uploaded. */
export const AddFile = ({ migration: { load }, draft }: { migration: Migration; draft: Draft }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const id = useId();
  const [kind, setKind] = useState<FileKind>('patrons');
  const [file, setFile] = useState<File>();
  const [records, setRecords] = useState('');
  const [sum, setSum] = useState('');
  const { setMapping, addFile, added } = useMigrationActs(load.memberId, load.loadId);
  const { mapping } = draft;
  const { data: head } = useQuery({
    queryKey: ['csv-head', file?.name, file?.size, file?.lastModified, mapping.encoding, mapping.delimiter],
    queryFn: () => readHead(file ?? new Blob(), mapping.encoding, mapping.delimiter),
    enabled: file !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const given = mapping.headings[kind] ?? {};
  const targetOf = (heading: string): string => {
    if (Object.hasOwn(given, heading)) return given[heading] ?? '';
    return columnsOf(kind).includes(heading) ? heading : '';
  };
  const targets = head?.heading.map(targetOf) ?? [];
  const missing = missingIn(kind, targets);
  const twice = targets.filter((one, at) => one !== '' && one !== '-' && targets.indexOf(one) < at);
  const isSound = head !== undefined && missing.length === 0 && twice.length === 0 && !targets.includes('');
  const hasSum = kind === 'bills';
  const isCounted = /^\d+$/.test(records) && (!hasSum || sum === '' || /^\d+([.,]\d+)?$/.test(sum));
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      if (draft.isChanged) await setMapping.mutateAsync(draft.sent);
      const control = {
        records: Number(records),
        ...(hasSum && sum !== '' && { sum: minorUnits(sum, digitsOf(mapping.currency)) }),
      };
      const body = { kind, fileName: chosen.name.slice(-200), bytes: chosen.size, control };
      const { upload } = await addFile(body);
      await sendFile(chosen, upload, () => undefined).done;
    },
    onSuccess: () => {
      toast(t('migration.uploaded'));
      setFile(undefined);
      setRecords('');
      setSum('');
    },
    onSettled: added,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file && isSound && isCounted) send.mutate(file);
  };
  const named = (columns: readonly string[]): string =>
    columns.map((column) => textOf('migration-column', column)).join(', ');
  const offered = load.purpose === 'patron-feed' ? kinds.slice(0, 1) : kinds;
  return (
    <Panel title={t('migration.add-file')}>
      <form className="stack" onSubmit={submit}>
        <div className="form-grid">
          <NativeSelect
            label={t('migration.kind')}
            value={kind}
            data={offered.map((value) => ({ value, label: t(`migration-kind.${value}`) }))}
            onChange={({ currentTarget }) => setKind(kinds.find((one) => one === currentTarget.value) ?? 'patrons')}
          />
          <div className="migration-file">
            <label htmlFor={id}>{t('migration.file')}</label>
            <input
              key={file ? 'chosen' : 'open'}
              id={id}
              type="file"
              accept=".csv,.txt,.tsv,text/csv"
              onChange={({ currentTarget: { files } }) => files?.[0] && setFile(files[0])}
            />
            {file && <p className="quiet">{file.name}</p>}
          </div>
        </div>
        {head && (
          <>
            <ColumnsTable
              {...{ kind, head, targetOf }}
              choose={(heading, column) => draft.setHeading(kind, heading, column)}
            />
            {missing.length > 0 && <p className="bad">{t('migration.missing', { columns: named(missing) })}</p>}
            {twice.length > 0 && <p className="bad">{t('migration.twice', { columns: named(twice) })}</p>}
            {targets.includes('') && <p className="bad">{t('migration.unmapped-columns')}</p>}
            <div className="form-grid">
              <TextInput
                required
                inputMode="numeric"
                label={t('migration.records')}
                description={t('migration.records-meaning')}
                value={records}
                onChange={({ currentTarget }) => setRecords(currentTarget.value.trim())}
              />
              {hasSum && (
                <TextInput
                  inputMode="decimal"
                  label={t('migration.sum', { currency: mapping.currency })}
                  description={t('migration.sum-meaning')}
                  value={sum}
                  onChange={({ currentTarget }) => setSum(currentTarget.value.trim())}
                />
              )}
            </div>
          </>
        )}
        {send.error && <FailedNotice thrown={send.error} />}
        <p className="row">
          <Button type="submit" loading={send.isPending} disabled={!file || !isSound || !isCounted}>
            {t('migration.upload')}
          </Button>
          <span className="quiet">{t('migration.files-deleted')}</span>
        </p>
      </form>
    </Panel>
  );
};
