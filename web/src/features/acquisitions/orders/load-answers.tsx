import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { fileInBase64 } from '../../../api/file-base64.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { RefusedMessages } from '../shared/refused-messages.tsx';
import { VendorChoice } from '../shared/vendor-choice.tsx';
import type { Vendor } from './orders.ts';

type Loaded = Answered<'acquisitions-load-answers'>;

const useLoadAnswers = (memberId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ vendor, file }: { vendor: string; file: File }) => {
      const body = { vendor, base64: await fileInBase64(file) };
      return take(
        api.POST('/v1/acquisitions/members/{memberId}/answer-files', { params: { path: { memberId } }, body }),
      );
    },
    onSuccess: () => Promise.all(['orders', 'funds'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
};

const Report = ({ memberId, loaded: { answers, refused } }: { memberId: string; loaded: Loaded }) => {
  const t = useTranslate();
  return (
    <ul className="order-steps" aria-label={t('order-answer.report')}>
      {answers.map((one) => (
        <li key={`${one.reference}-${one.orderId}`}>
          <Link to="/orders/$orderId" params={{ orderId: one.orderId }} search={{ member: memberId }}>
            {one.order}
          </Link>
          : {one.type} {one.number},{' '}
          {one.isNew ? t('order-answer.lines', { count: one.lines }) : t('order-answer.there')}
          {one.cancelled > 0 && `, ${t('order-answer.cancelled-lines', { count: one.cancelled })}`}
        </li>
      ))}
      <RefusedMessages refused={refused} />
    </ul>
  );
};

/** The form that loads a file of a vendor with answers to orders, and what became of its messages. */
export const LoadAnswers = ({ memberId, vendors }: { memberId: string; vendors: readonly Vendor[] }) => {
  const t = useTranslate();
  const id = useId();
  const [vendor, setVendor] = useState(vendors[0]?.code ?? '');
  const [file, setFile] = useState<File>();
  const load = useLoadAnswers(memberId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file) load.mutate({ vendor, file });
  };
  const made = load.data?.answers.filter(({ isNew }) => isNew).length ?? 0;
  return (
    <form className="order-answer" aria-label={t('order-answer.form')} onSubmit={submit}>
      <p className="quiet">{t('order-answer.meaning')}</p>
      <div className="row">
        <VendorChoice vendors={vendors} value={vendor} onChange={setVendor} />
        <div>
          <label htmlFor={id}>{t('order-answer.file')}</label>
          <input id={id} type="file" onChange={({ currentTarget: { files } }) => setFile(files?.[0])} />
        </div>
        <Button type="submit" size="sm" disabled={!file} loading={load.isPending}>
          {t('order-answer.load')}
        </Button>
      </div>
      <p role="status">{load.data && t('order-answer.loaded', { made, refused: load.data.refused.length })}</p>
      {load.data && <Report memberId={memberId} loaded={load.data} />}
      {load.error && <FailedNotice thrown={load.error} />}
    </form>
  );
};
