import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useVendors, type Vendor } from '../orders/orders.ts';
import { BuyingPage } from '../shared/buying-page.tsx';
import { useBuying } from '../shared/use-buying.ts';
import { InvoiceForm } from './invoice-form.tsx';
import { InvoiceList } from './invoice-list.tsx';
import './invoices.css';
import { type InvoiceFilter, invoiceStates } from './invoices.ts';
import { LoadFile } from './load-file.tsx';
import { SavePayments } from './save-payments.tsx';

// One invoice is loaded with the list: another file would be named in the first load of every page.
export { InvoicePage } from './invoice-page.tsx';

const route = getRouteApi('/invoices');

const Filters = ({ filter, vendors }: { filter: InvoiceFilter; vendors: readonly Vendor[] }) => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const set = (over: Partial<InvoiceFilter>): void => {
    const given = Object.fromEntries(Object.entries({ ...filter, ...over }).filter(([, text]) => text !== ''));
    void navigate({ search: ({ member }) => ({ ...(member !== undefined && { member }), ...given }) });
  };
  return (
    <div className="row">
      <NativeSelect
        size="sm"
        aria-label={t('invoices.state')}
        value={filter.state}
        data={[
          { value: '', label: t('orders.all-states') },
          ...invoiceStates.map((value) => ({ value, label: t(`invoice-state.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ state: invoiceStates.find((one) => one === value) ?? '' })}
      />
      <NativeSelect
        size="sm"
        aria-label={t('orders.vendor')}
        value={filter.vendor}
        data={[
          { value: '', label: t('orders.all-vendors') },
          ...vendors.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ vendor: value })}
      />
      {filter.fund && (
        <Button size="sm" variant="default" onClick={() => set({ fund: '' })}>
          {t('orders.only-fund', { fund: filter.fund })}
        </Button>
      )}
      {filter.order && (
        <Button size="sm" variant="default" onClick={() => set({ order: '' })}>
          {t('invoices.only-order')}
        </Button>
      )}
    </div>
  );
};

type Asked = { memberId: string; filter: InvoiceFilter; mayEnter: boolean; enter: string | undefined };

const Whole = ({ memberId, filter, mayEnter, enter }: Asked) => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const [isWriting, setIsWriting] = useState(enter !== undefined);
  const { data, error, refetch } = useVendors(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const { vendors } = data;
  const of = { memberId, vendors };
  const none = { state: '', vendor: '', fund: '', order: '' } as const;
  const isAll = Object.values(filter).every((text) => text === '');
  return (
    <>
      {mayEnter && isWriting && (
        <Panel title={t('invoices.new')}>
          <InvoiceForm
            {...of}
            orderId={enter}
            done={({ invoiceId }) =>
              void navigate({ to: '/invoices/$invoiceId', params: { invoiceId }, search: { member: memberId } })
            }
          />
        </Panel>
      )}
      {mayEnter && !isWriting && (
        <p>
          <Button onClick={() => setIsWriting(true)}>{t('invoices.new')}</Button>
        </p>
      )}
      {isAll && (
        <Panel title={t('invoices.to-approve')} flush>
          <InvoiceList
            {...of}
            filter={{ ...none, state: 'reviewed' }}
            name={t('invoices.to-approve')}
            none={t('invoices.none-waits')}
          />
        </Panel>
      )}
      <Panel title={t('invoices.title')} flush action={<Filters filter={filter} vendors={vendors} />}>
        <InvoiceList {...of} filter={filter} name={t('invoices.title')} none={t('invoices.none')} />
      </Panel>
      <Panel title={t('payments.title')}>
        <SavePayments memberId={memberId} />
      </Panel>
      {mayEnter && (
        <Panel title={t('invoice-file.form')}>
          <LoadFile {...of} />
        </Panel>
      )}
    </>
  );
};

/** The page of the invoices of a library's vendors: what waits for approval, all by state and vendor, and new ones. */
export const InvoicesPage = () => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const asked = route.useSearch();
  const may = useBuying(asked.member);
  const title = may.member ? t('invoices.title-of', { member: may.name }) : t('invoices.title');
  const state = invoiceStates.find((one) => one === asked.state) ?? '';
  return (
    <BuyingPage
      may={may}
      title={title}
      choose={(value) => void navigate({ search: { member: value } })}
      meaning={t('invoices.meaning')}
      back="/invoices"
    >
      {(member) => (
        <Whole
          key={`${member}-${asked.enter ?? ''}`}
          memberId={member}
          filter={{ state, vendor: asked.vendor ?? '', fund: asked.fund ?? '', order: asked.order ?? '' }}
          mayEnter={may.mayOrder || may.mayAllocate}
          enter={asked.enter}
        />
      )}
    </BuyingPage>
  );
};
