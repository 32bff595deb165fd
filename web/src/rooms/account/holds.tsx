import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../api/client.ts';
import { Badge } from '../../parts/badge.tsx';
import { useDirectory } from '../../parts/directory.ts';
import { Empty, FailedNotice } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import type { Answered } from '../../session/who.ts';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { AccountPart } from './part.tsx';

type Hold = Answered<'circulation-list-my-holds'>['holds'][number];

const useCancel = () => {
  const say = useSay();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ recordId, holdId }: Hold) =>
      take(
        api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/cancellation', {
          params: { path: { recordId, holdId } },
          body: {},
        }),
      ),
    onSuccess: (_, { title }) => {
      toast(say('hold.cancelled', { title: title ?? '' }));
      return client.invalidateQueries({ queryKey: ['holds'] });
    },
  });
};

const HoldState = ({ hold }: { hold: Hold }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { date } = useFormat();
  if (hold.shelfExpiresAt)
    return (
      <Badge tone="good" icon="yes">
        {say('hold.ready-until', { date: date(hold.shelfExpiresAt) })}
      </Badge>
    );
  const place = hold.place === undefined ? '' : ` · ${say('hold.place', { place: hold.place })}`;
  return (
    <Badge tone="plain" icon="hold">
      {sayOf('hold-state', hold.state)}
      {place}
    </Badge>
  );
};

const HoldRow = ({ hold }: { hold: Hold }) => {
  const say = useSay();
  const { branchName } = useDirectory();
  const cancel = useCancel();
  const title = hold.title ?? hold.recordId;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <Link to="/record/$recordId" params={{ recordId: hold.recordId }}>
            {title}
          </Link>
        </h3>
        <p className="quiet">{say('hold.collect-at', { branch: branchName(hold.pickupBranch) })}</p>
        <HoldState hold={hold} />
        {cancel.error && <FailedNotice thrown={cancel.error} />}
      </div>
      <Button
        variant="default"
        size="sm"
        loading={cancel.isPending}
        aria-label={say('hold.cancel-one', { title })}
        onClick={() => cancel.mutate(hold)}
      >
        {say('do.cancel')}
      </Button>
    </li>
  );
};

/** What is on hold, and how far each is. */
export const Holds = () => {
  const say = useSay();
  const query = useQuery({ queryKey: ['holds'], queryFn: () => take(api.GET('/v1/circulation/my/holds')) });
  const holds = query.data?.holds ?? [];
  return (
    <AccountPart id="holds" title={say('account.holds')} query={query}>
      {holds.length === 0 && <Empty title={say('hold.none')} />}
      <ul className="rows">
        {holds.map((hold) => (
          <HoldRow key={hold.holdId} hold={hold} />
        ))}
      </ul>
    </AccountPart>
  );
};
