import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../api/client.ts';
import { Badge } from '../../parts/badge.tsx';
import { useDirectory } from '../../parts/directory.ts';
import { RecordTitle } from '../../parts/record-title.tsx';
import { Empty, FailedNotice } from '../../parts/states.tsx';
import type { Answered } from '../../session/who.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { AccountPart } from './part.tsx';

type Request = Answered<'resource-sharing-list-my-requests'>['requests'][number];
/** States in which a patron may still give a request up. */
const open = ['requested', 'asked', 'unfilled', 'will-supply', 'end-of-rota'];

const RequestRow = ({ request }: { request: Request }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const client = useQueryClient();
  const { branchName, memberName } = useDirectory();
  const { requestId, recordId, status, supplierMember, pickupBranch } = request;
  const cancel = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/resource-sharing/requests/{requestId}/cancel', {
          params: { path: { requestId } },
          body: {},
          ...keyed(newKey()),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-requests'] }),
  });
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <RecordTitle recordId={recordId} />
        </h3>
        <p className="quiet">
          {say('hold.collect-at', { branch: branchName(pickupBranch) })}
          {supplierMember && ` · ${say('request.from', { member: memberName(supplierMember) })}`}
        </p>
        <Badge tone="plain" icon="send">
          {sayOf('request-state', status.state, status.label)}
        </Badge>
        <p className="quiet">{sayOf('request-meaning', status.state, status.meaning)}</p>
        {cancel.error && <FailedNotice thrown={cancel.error} />}
      </div>
      {open.includes(status.state) && (
        <Button variant="default" size="sm" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {say('do.cancel')}
        </Button>
      )}
    </li>
  );
};

/** Consortium loans that were asked for, and how far each is. */
export const Requests = () => {
  const say = useSay();
  const query = useQuery({
    queryKey: ['my-requests'],
    queryFn: () => take(api.GET('/v1/resource-sharing/my-requests')),
  });
  const requests = query.data?.requests ?? [];
  return (
    <AccountPart id="requests" title={say('account.requests')} query={query}>
      {requests.length === 0 && <Empty title={say('request.none')} />}
      <ul className="rows">
        {requests.map((request) => (
          <RequestRow key={request.requestId} request={request} />
        ))}
      </ul>
    </AccountPart>
  );
};
