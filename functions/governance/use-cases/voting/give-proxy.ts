import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { type Clock, iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { StoredBallot, StoredVoter } from '../../data/ballot-store.ts';
import type { VotingDeps } from '../../deps.ts';
import { weightsOf } from '../../domain/ballots/count-votes.ts';
import { type ProxyFault, proxyFault } from '../../domain/ballots/proxies.ts';
import { withoutProxy } from '../../domain/ballots/voter-row.ts';

type Input = { ballotId: string; memberId: string; to?: string | undefined; actor: StaffActor; clock: Clock };

const reasons: Record<ProxyFault, string> = {
  'proxy-to-itself': 'A member gives no proxy to itself.',
  'proxy-given': 'The member gave a proxy already: withdraw it first.',
  'proxy-limit': 'The holder has as many proxies as the bylaws allow.',
  'proxy-chain': 'A member that holds a proxy gives none, and one that gave its own holds none.',
  'proxy-weight': 'The holder would carry more weight than the bylaws allow.',
};

/** Returns why a member cannot give its proxy; undefined when it can. */
const refusalOf = (ballot: StoredBallot, rows: readonly StoredVoter[], own: StoredVoter, to: string) => {
  if (!ballot.proxies) return refuse('no-proxies', 'The bylaws of this ballot allow no proxies.');
  if (!rows.some(({ memberId, recused }) => memberId === to && !recused))
    return refuse('holder-does-not-vote', 'This member does not vote in the ballot.', '/body/to');
  if (own.vote && own.vote.capacity !== 'proxy') return refuse('voted-itself', 'The member has voted itself.');
  const given = rows.flatMap(({ memberId, proxy }) => (proxy === undefined ? [] : [{ from: memberId, to: proxy }]));
  const fault = proxyFault(ballot.proxies, given, { from: own.memberId, to }, weightsOf(ballot.rule, rows));
  return fault && refuse(fault, reasons[fault], '/body/to');
};

/** Returns the rows of the member and of the holder after the proxy is given or withdrawn. */
const changedRows = (own: StoredVoter, holder: StoredVoter, isGiven: boolean): [StoredVoter, StoredVoter] => {
  const { ballotId, v } = own;
  const after = isGiven ? { ...own, proxy: holder.memberId } : { ...withoutProxy(own), ballotId };
  const held = (holder.held ?? 0) + (isGiven ? 1 : -1);
  return [
    { ...after, v: v + 1 },
    { ...holder, held: Math.max(0, held), v: holder.v + 1 },
  ];
};

const answered = ({ memberId, version, proxy }: StoredVoter) =>
  answer({ memberId, version, ...(proxy !== undefined && { holder: proxy }) });

/**
 * Gives the proxy of a member to another one in an open ballot, or withdraws it: a vote that the holder cast for the member is then taken back. Both
 * rows are written together, so that no holder gets more proxies than the bylaws allow however many are given at once.
 */
export const giveProxy = async (
  { ballots, ids }: Pick<VotingDeps, 'ballots'> & { ids: Ids },
  { ballotId, memberId, to, actor, clock }: Input,
) => {
  for (;;) {
    const now = clock.now();
    const [ballot, rows] = await Promise.all([ballots.get(ballotId), ballots.voters(ballotId)]);
    if (!ballot || ballot.state === 'opening')
      return refuse('ballot-unknown', 'There is no such ballot.', '/path/ballotId');
    if (ballot.state === 'cancelled') return refuse('cancelled', 'The ballot was cancelled.');
    const own = rows.find((row) => row.memberId === memberId);
    if (!own) return refuse('not-on-list', 'The member was not on the list of voters when the ballot opened.');
    if (own.recused) return refuse('recused', 'The member is concerned and does not vote.');
    if (own.sealed || iso(now) >= own.closesAt) return refuse('closed', 'The ballot is closed.');
    // A repeated call changes nothing.
    if (to === own.proxy) return answered(own);
    const refused = to === undefined ? undefined : refusalOf(ballot, rows, own, to);
    if (refused) return refused;
    const holder = rows.find((row) => row.memberId === (to ?? own.proxy));
    if (!holder) return refuse('holder-does-not-vote', 'This member does not vote in the ballot.', '/body/to');
    const changed = changedRows(own, holder, to !== undefined);
    const audit = {
      ...{ subject: `ballot:${ballotId}`, at: iso(now), auditId: ids.next('audit', now), by: actorName(actor) },
      ...{
        did: to === undefined ? 'withdraw-proxy-vote' : 'give-proxy-vote',
        detail: { memberId, holder: holder.memberId },
      },
    };
    if (await ballots.putBoth(changed, audit)) return answered(changed[0]);
  }
};
