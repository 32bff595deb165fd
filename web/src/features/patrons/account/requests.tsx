import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { OpenCopy } from './open-copy.tsx';
import { AccountPart } from './part.tsx';
import { RequestWay } from './request-way.tsx';

type Request = Answered<'resource-sharing-list-my-requests'>['requests'][number];

const Title = ({ request: { recordId, title = recordId, citation } }: { request: Request }) =>
  recordId.startsWith('rec_') ? (
    <Link to="/record/$recordId" params={{ recordId }}>
      {citation?.partTitle ?? title}
    </Link>
  ) : (
    (citation?.partTitle ?? title)
  );

const useOwnStep = ({ requestId }: Request) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: 'cancel' | 'renew') => {
      const call = { params: { path: { requestId } }, body: {}, ...keyed(newKey()) };
      return step === 'cancel'
        ? take(api.POST('/v1/resource-sharing/requests/{requestId}/cancel', call))
        : take(api.POST('/v1/resource-sharing/requests/{requestId}/renew', call));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-requests'] }),
  });
};

/** The lender's conditions that concern the patron's use. */
const Conditions = ({ conditions }: { conditions: readonly string[] }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const known = conditions.map((code) => textOf('condition', code, '')).filter(Boolean);
  return known.length > 0 ? <p>{t('request.conditions', { conditions: known.join('; ') })}</p> : null;
};

const RequestRow = ({ request }: { request: Request }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { branchName, memberName } = useDirectory();
  const libraryName = (party: string): string => (party.startsWith('prt_') ? t('request.outside') : memberName(party));
  const step = useOwnStep(request);
  const { terms, requestId } = request;
  const { status, supplierMember, pickupBranch, due, actions, documentId, title, citation } = request;
  const named = citation?.partTitle ?? title ?? '';
  const may = (['renew', 'cancel'] as const).filter((one) => actions.some(({ trigger }) => trigger === one));
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <Title request={request} />
        </h3>
        <p className="quiet">
          {t('hold.collect-at', { branch: branchName(pickupBranch) })}
          {supplierMember && ` · ${t('request.from', { member: libraryName(supplierMember) })}`}
          {due && ` · ${t('notice.due', { date: date(due) })}`}
        </p>
        {documentId ? (
          <Badge tone="good" icon="yes">
            {t('copy.here')}
          </Badge>
        ) : (
          <>
            <Badge tone="none" icon="send">
              {textOf('request-state', status.state, status.label)}
            </Badge>
            <p className="quiet">{textOf('request-meaning', status.state, status.meaning)}</p>
          </>
        )}
        <Conditions conditions={terms?.conditions ?? []} />
        {step.error && <FailedNotice thrown={step.error} />}
        {documentId && <OpenCopy documentId={documentId} title={named} />}
        <RequestWay requestId={requestId} title={named} />
      </div>
      {may.length > 0 && (
        <p className="row">
          {may.map((one) => (
            <Button
              key={one}
              variant="default"
              size="sm"
              aria-label={t(one === 'renew' ? 'request.renew-one' : 'request.cancel-one', { title: named })}
              loading={step.isPending && step.variables === one}
              onClick={() => step.mutate(one)}
            >
              {t(one === 'renew' ? 'do.renew' : 'do.cancel')}
            </Button>
          ))}
        </p>
      )}
    </li>
  );
};

/** The patron's interlibrary requests, their states and actions. */
export const Requests = () => {
  const t = useTranslate();
  const query = useInfiniteQuery({
    queryKey: ['my-requests'],
    queryFn: ({ pageParam }) =>
      take(api.GET('/v1/resource-sharing/my-requests', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const requests = query.data?.pages.flatMap((page) => page.requests) ?? [];
  return (
    <AccountPart
      id="requests"
      title={t('account.requests')}
      query={query}
      action={<Link to="/cite">{t('cite.page')}</Link>}
    >
      {requests.length === 0 && <Empty title={t('request.none')} />}
      <ul className="rows">
        {requests.map((request) => (
          <RequestRow key={request.requestId} request={request} />
        ))}
      </ul>
      {query.hasNextPage && (
        <p>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('request.earlier')}
          </Button>
        </p>
      )}
    </AccountPart>
  );
};
