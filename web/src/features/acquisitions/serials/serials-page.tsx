import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Panel } from '../../../components/panel.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useVendors, type Vendor } from '../orders/orders.ts';
import { MemberChoice } from '../shared/member-choice.tsx';
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
  const session = useSession();
  const navigate = route.useNavigate();
  const { who, member, mayChoose, mayOrder, name } = useBuying(route.useSearch().member);
  const title = member ? t('serials.title-of', { member: name }) : t('serials.title');
  useTitle(title);
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page bench">
      <div className="desk-head">
        <h1>{title}</h1>
        {mayChoose && <MemberChoice member={member} choose={(value) => void navigate({ search: { member: value } })} />}
      </div>
      <p className="quiet">{t('serials.meaning')}</p>
      {member ? (
        <Whole key={member} memberId={member} mayReceive={mayOrder} />
      ) : (
        <Empty title={t('funds.not-yours')}>{!session && <StaffSignIn back="/serials" />}</Empty>
      )}
    </div>
  );
};

/** The page of the serials of a library: issues that are expected or late, and subscriptions; or one of these. */
export const SerialsPage = () => {
  const { at } = route.useSearch();
  return at === undefined ? <Overview /> : <SubscriptionPage subscriptionId={at} />;
};
