import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { fileInBase64 } from '../../../api/file-base64.ts';
import { Badge } from '../../../components/badge.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { FundChoice } from '../funds/fund-choice.tsx';
import { useFunds } from '../funds/funds.ts';
import type { Vendor } from '../orders/orders.ts';
import { RefusedMessages } from '../shared/refused-messages.tsx';
import { VendorChoice } from '../shared/vendor-choice.tsx';
import { Differing } from './invoice-state.tsx';

type Loaded = Answered<'acquisitions-load-invoices'>;
type Asked = { vendor: string; year: string; fund: string; file: File };

const useLoadFile = (memberId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ vendor, year, fund, file }: Asked) => {
      const body = { vendor, year, ...(fund !== '' && { fund }), base64: await fileInBase64(file) };
      return take(
        api.POST('/v1/acquisitions/members/{memberId}/invoice-files', { params: { path: { memberId } }, body }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['invoices'] }),
  });
};

/** What the file made, what was there, and what is refused with segment and reason. */
const Report = ({ memberId, loaded: { invoices, refused } }: { memberId: string; loaded: Loaded }) => {
  const t = useTranslate();
  const { money } = useFormat();
  return (
    <ul className="invoice-steps" aria-label={t('invoice-file.report')}>
      {invoices.map((one) => (
        <li key={one.reference}>
          <Link to="/invoices/$invoiceId" params={{ invoiceId: one.invoiceId }} search={{ member: memberId }}>
            {one.number}
          </Link>{' '}
          {one.isNew ? money(one.payable, one.currency) : t('invoice-file.there')}
          {one.isNew && one.difference !== 0 && (
            <>
              {' '}
              <Badge tone="warn" icon="warn">
                {t('invoice-file.differs', { amount: money(one.difference, one.currency) })}
              </Badge>
            </>
          )}
          {one.isNew && one.differs.length > 0 && (
            <>
              {' '}
              <Differing differs={one.differs} />
            </>
          )}
        </li>
      ))}
      <RefusedMessages refused={refused} />
    </ul>
  );
};

/** The form that loads a file of a vendor with invoices, and what became of its messages. */
export const LoadFile = ({ memberId, vendors }: { memberId: string; vendors: readonly Vendor[] }) => {
  const t = useTranslate();
  const id = useId();
  const [year, setYear] = useState<string>();
  const [vendor, setVendor] = useState(vendors[0]?.code ?? '');
  const [fund, setFund] = useState('');
  const [file, setFile] = useState<File>();
  const funds = useFunds(memberId, year);
  const load = useLoadFile(memberId);
  if (funds.error) return <FailedNotice thrown={funds.error} again={() => void funds.refetch()} />;
  if (!funds.data) return <Waiting rows={2} height={60} />;
  if (vendors.length === 0) return <p className="quiet">{t('invoices.no-vendors')}</p>;
  const { years } = funds.data;
  const of = year ?? funds.data.year ?? years[0]?.year ?? '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file) load.mutate({ vendor, year: of, fund, file });
  };
  const made = load.data?.invoices.filter(({ isNew }) => isNew).length ?? 0;
  return (
    <form className="invoice-file" aria-label={t('invoice-file.form')} onSubmit={submit}>
      <p className="quiet">{t('invoice-file.meaning')}</p>
      <div className="invoice-fields">
        <VendorChoice vendors={vendors} value={vendor} onChange={setVendor} />
        <NativeSelect
          size="sm"
          label={t('funds.year')}
          value={of}
          data={years.map((one) => ({ value: one.year, label: one.name }))}
          onChange={({ currentTarget: { value } }) => {
            setYear(value);
            setFund('');
          }}
        />
        <FundChoice
          label={t('invoice-file.fund')}
          none={t('invoice-file.no-fund')}
          funds={funds.data.funds}
          value={fund}
          onChange={setFund}
        />
        <div>
          <label htmlFor={id}>{t('invoice-file.file')}</label>
          <input id={id} type="file" onChange={({ currentTarget: { files } }) => setFile(files?.[0])} />
        </div>
      </div>
      <p>
        <Button type="submit" size="sm" disabled={!file} loading={load.isPending}>
          {t('invoice-file.load')}
        </Button>
      </p>
      <p role="status">{load.data && t('invoice-file.loaded', { made, refused: load.data.refused.length })}</p>
      {load.data && <Report memberId={memberId} loaded={load.data} />}
      {load.error && <FailedNotice thrown={load.error} />}
    </form>
  );
};
