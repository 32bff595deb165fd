import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { Problem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

const TOTAL = /^-?\d{1,12}(\.\d{1,4})?$/;

const sha256Of = async (file: File): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Announces the file by its digest, then uploads it to the address from the API; its arrival starts the import. */
const send = async ({ month, file, invoiced }: { month: string; file: File; invoiced: string }): Promise<void> => {
  const announced = { fileName: file.name, bytes: file.size, sha256: await sha256Of(file) };
  const body = { ...announced, ...(invoiced && { invoiced }) };
  const params = { path: { month } };
  const { upload } = await take(api.POST('/v1/finance/months/{month}/bills', { params, body, ...keyed(newKey()) }));
  const put = await fetch(upload.url, { method: upload.method, body: file });
  if (!put.ok) throw new Problem(put.status, 'file-missing', '');
};

/** Uploads the bill of a month, with the optional invoice total. */
export const SendBill = ({ month, currency }: { month: string; currency: string }) => {
  const t = useTranslate();
  const id = useId();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [invoiced, setInvoiced] = useState('');
  const total = invoiced.trim();
  const isTotal = total === '' || TOTAL.test(total);
  const sending = useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: ['reconciliation', month] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file && isTotal) sending.mutate({ month, file, invoiced: total });
  };
  return (
    <form className="send-bill" onSubmit={submit}>
      <div>
        <label htmlFor={id}>{t('reconcile.file')}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.gz,text/csv,application/gzip"
          onChange={({ currentTarget: { files } }) => setFile(files?.[0])}
        />
      </div>
      <TextInput
        size="sm"
        label={t('reconcile.invoiced', { currency })}
        description={t('reconcile.invoiced-why')}
        inputMode="decimal"
        value={invoiced}
        error={!isTotal && t('reconcile.bad-total')}
        onChange={({ currentTarget: { value } }) => setInvoiced(value)}
      />
      <Button type="submit" size="sm" disabled={!file || !isTotal} loading={sending.isPending}>
        {t('reconcile.send')}
      </Button>
      <p role="status">{sending.isSuccess && t('reconcile.sent')}</p>
      {sending.error && <FailedNotice thrown={sending.error} />}
    </form>
  );
};
