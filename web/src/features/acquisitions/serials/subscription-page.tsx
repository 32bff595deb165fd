import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useVendors, type Vendor } from '../orders/orders.ts';
import { BuyingPage } from '../shared/buying-page.tsx';
import { useBuying } from '../shared/use-buying.ts';
import { CheckIn } from './check-in.tsx';
import { IssueTable } from './issue-table.tsx';
import '../orders/orders.css';
import {
  type Holdings as Held,
  type Issue,
  isAwaited,
  type Subscription,
  useIssues,
  usePredict,
  useSubscription,
} from './serials.ts';
import { SubscriptionForm } from './subscription-form.tsx';

const route = getRouteApi('/serials');

const Holdings = ({ holdings }: { holdings: Held }) => {
  const t = useTranslate();
  return (
    <>
      {holdings.map(({ kind, statement, marc }) => (
        <div key={kind}>
          <p>
            <b>{t(`serial-kind.${kind}`)}</b>: {statement === '' ? t('serials.nothing-held') : statement}
          </p>
          <details>
            <summary>{t('serials.as-marc')}</summary>
            <ul className="order-steps">
              {marc.map((field) => (
                <li key={field}>{field}</li>
              ))}
            </ul>
          </details>
        </div>
      ))}
    </>
  );
};

/** Predicts the next twelve issues. */
const More = ({ subscription }: { subscription: Subscription }) => {
  const t = useTranslate();
  const predict = usePredict(subscription.memberId, subscription.subscriptionId);
  return (
    <>
      <Button
        size="sm"
        variant="default"
        loading={predict.isPending}
        onClick={() => predict.mutate({ count: 12, v: subscription.v })}
      >
        {t('serials.predict')}
      </Button>
      {predict.error && <FailedNotice thrown={predict.error} />}
    </>
  );
};

/** Returns the earliest issue that is waited for; an issue of the series itself before a supplement of the same day. */
const nextOf = (issues: readonly Issue[]): Issue | undefined => issues.toReversed().find(isAwaited);

const Issues = ({ subscription, mayReceive }: { subscription: Subscription; mayReceive: boolean }) => {
  const t = useTranslate();
  const list = useIssues(subscription.memberId, subscription.subscriptionId);
  const { data, error, refetch } = list;
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={40} />;
  const issues = data.pages.flatMap((page) => page.issues);
  return (
    <>
      {mayReceive && (
        <Panel title={t('serials.check-in')}>
          <CheckIn subscription={subscription} issue={nextOf(issues)} />
        </Panel>
      )}
      <Panel title={t('serials.issues')} flush action={mayReceive && <More subscription={subscription} />}>
        <IssueTable issues={issues} mayReceive={mayReceive} />
        <ShowMore {...list} />
      </Panel>
    </>
  );
};

type Shown = { subscription: Subscription; holdings: Held; vendors: readonly Vendor[]; mayReceive: boolean };

const Whole = ({ subscription, holdings, vendors, mayReceive }: Shown) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const [isEditing, setIsEditing] = useState(false);
  const { memberId, branchId, vendor, endsOn, routing, recordId } = subscription;
  const facts = [
    branchName(branchId),
    vendors.find(({ code }) => code === vendor)?.name,
    subscription.issn && `ISSN ${subscription.issn}`,
    endsOn && t('serials.until', { date: date(endsOn) }),
  ].filter((fact) => fact !== undefined);
  if (isEditing)
    return (
      <Panel title={t('serials.edit')}>
        <SubscriptionForm
          memberId={memberId}
          vendors={vendors}
          subscription={subscription}
          done={() => setIsEditing(false)}
        />
        <p>
          <Button size="sm" variant="default" onClick={() => setIsEditing(false)}>
            {t('do.not-now')}
          </Button>
        </p>
      </Panel>
    );
  return (
    <>
      <Panel
        title={t('serials.held')}
        action={
          mayReceive && (
            <Button size="sm" variant="default" onClick={() => setIsEditing(true)}>
              {t('serials.edit')}
            </Button>
          )
        }
      >
        <p>{facts.join(' · ')}</p>
        {routing.length > 0 && <p>{t('serials.routing-of', { names: routing.join(', ') })}</p>}
        {recordId !== undefined && (
          <p>
            <Link to="/record/$recordId" params={{ recordId }}>
              {t('serials.record')}
            </Link>
          </p>
        )}
        <Holdings holdings={holdings} />
      </Panel>
      <Issues subscription={subscription} mayReceive={mayReceive} />
    </>
  );
};

const One = ({
  memberId,
  subscriptionId,
  mayReceive,
}: {
  memberId: string;
  subscriptionId: string;
  mayReceive: boolean;
}) => {
  const { data, error, refetch } = useSubscription(memberId, subscriptionId);
  const vendors = useVendors(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || !vendors.data) return <Waiting rows={4} height={80} />;
  return <Whole {...data} vendors={vendors.data.vendors} mayReceive={mayReceive} />;
};

/** A subscription: what is held, the next issue to receive, all issues, and its terms and pattern. */
export const SubscriptionPage = ({ subscriptionId }: { subscriptionId: string }) => {
  const t = useTranslate();
  const may = useBuying(route.useSearch().member);
  const shown = useSubscription(may.member ?? '', may.member ? subscriptionId : '');
  const title = shown.data?.subscription.title ?? t('serials.subscription');
  return (
    <BuyingPage
      may={may}
      title={title}
      beside={
        <Link to="/serials" search={may.mayChoose && may.member ? { member: may.member } : {}}>
          {t('serials.all')}
        </Link>
      }
      back={`/serials?at=${subscriptionId}`}
    >
      {(member) => (
        <One key={subscriptionId} memberId={member} subscriptionId={subscriptionId} mayReceive={may.mayOrder} />
      )}
    </BuyingPage>
  );
};
