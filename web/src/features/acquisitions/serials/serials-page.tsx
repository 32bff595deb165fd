import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useVendors, type Vendor } from '../orders/orders.ts';
import { BuyingPage } from '../shared/buying-page.tsx';
import { useBuying } from '../shared/use-buying.ts';
import { AwaitedIssues } from './awaited-issues.tsx';
import '../orders/orders.css';
import { type SubscriptionRow, useSubscriptions } from './serials.ts';
import { SubscriptionForm } from './subscription-form.tsx';
import { SubscriptionPage } from './subscription-page.tsx';

const route = getRouteApi('/serials');

const Row = ({ row, vendors }: { row: SubscriptionRow; vendors: readonly Vendor[] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const { versions, states, vendor } = row;
  const frequency = versions.at(-1)?.basic.pattern.frequency;
  return (
    <tr>
      <th scope="row">
        <Link to="/serials" search={{ member: row.memberId, at: row.subscriptionId }}>
          {row.title}
        </Link>
        {row.issn !== undefined && <span className="quiet"> {row.issn}</span>}
      </th>
      <td>{branchName(row.branchId)}</td>
      <td>{typeof frequency === 'string' ? t(`serial-frequency.${frequency}`) : t('serials.other-frequency')}</td>
      <td>{vendors.find(({ code }) => code === vendor)?.name ?? vendor ?? '–'}</td>
      <td className="num">{row.copies}</td>
      <td>{states.basic ? date(states.basic.on) : '–'}</td>
      <td>{row.endsOn === undefined ? '–' : date(row.endsOn)}</td>
    </tr>
  );
};

const columns = ['title', 'branch', 'frequency', 'vendor', 'copies', 'predicted-until', 'ends-on'] as const;

const Subscriptions = ({ memberId, vendors }: { memberId: string; vendors: readonly Vendor[] }) => {
  const t = useTranslate();
  const list = useSubscriptions(memberId);
  const { data, error, refetch } = list;
  const rows = data?.pages.flatMap((page) => page.subscriptions) ?? [];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={40} />;
  if (rows.length === 0) return <Empty title={t('serials.none')} />;
  return (
    <>
      <ScrollTable name={t('serials.subscriptions')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'copies' ? 'num' : ''}>
                {column === 'title' || column === 'vendor'
                  ? t(`orders.${column === 'title' ? 'title-column' : column}`)
                  : t(`serials.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.subscriptionId} row={row} vendors={vendors} />
          ))}
        </tbody>
      </ScrollTable>
      <ShowMore {...list} />
    </>
  );
};

const Whole = ({ memberId, mayReceive }: { memberId: string; mayReceive: boolean }) => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const [isWriting, setIsWriting] = useState(false);
  const { data, error, refetch } = useVendors(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const { vendors } = data;
  return (
    <>
      <Panel title={t('serials.awaited')}>
        <AwaitedIssues memberId={memberId} vendors={vendors} mayReceive={mayReceive} />
      </Panel>
      <Panel title={t('serials.subscriptions')} flush>
        <Subscriptions memberId={memberId} vendors={vendors} />
      </Panel>
      {mayReceive && isWriting && (
        <Panel title={t('serials.new')}>
          <SubscriptionForm
            memberId={memberId}
            vendors={vendors}
            done={({ subscriptionId }) => void navigate({ search: { member: memberId, at: subscriptionId } })}
          />
        </Panel>
      )}
      {mayReceive && !isWriting && (
        <p>
          <Button onClick={() => setIsWriting(true)}>{t('serials.new')}</Button>
        </p>
      )}
    </>
  );
};

const Overview = () => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const may = useBuying(route.useSearch().member);
  const title = may.member ? t('serials.title-of', { member: may.name }) : t('serials.title');
  return (
    <BuyingPage
      may={may}
      title={title}
      choose={(value) => void navigate({ search: { member: value } })}
      meaning={t('serials.meaning')}
      back="/serials"
    >
      {(member) => <Whole key={member} memberId={member} mayReceive={may.mayOrder} />}
    </BuyingPage>
  );
};

/** The page of the serials of a library: issues that are expected or late, and subscriptions; or one of these. */
export const SerialsPage = () => {
  const { at } = route.useSearch();
  return at === undefined ? <Overview /> : <SubscriptionPage subscriptionId={at} />;
};
