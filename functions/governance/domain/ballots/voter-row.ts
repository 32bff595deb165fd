import type { VoteChoice } from './method.ts';
import type { Choice, Voter } from './voting-rule.ts';

/** How somebody votes for a member: as its delegate or alternate, or as the holder of its proxy. */
export const capacities = ['delegate', 'alternate', 'proxy'] as const;
export type Capacity = (typeof capacities)[number];

/** The last vote of a member. `version` counts its votes; a vote names the version that it replaces. */
export type CastVote = { choice: VoteChoice; by: string; capacity: Capacity; at: string; version: number };

/** A member's row in an open ballot: what is needed to judge a vote, so that no other row is read. */
export type VoterRow = Voter & {
  opensAt: string;
  closesAt: string;
  /** Set when the ballot was closed: no vote counts after it, whatever its time. */
  sealed?: true;
  /** The member that votes for this one, if it gave a proxy. */
  proxy?: string;
  /** How many proxies the member holds: a member that holds one gives none. */
  held?: number;
  vote?: CastVote;
  /** Of a secret ballot: the token of the row, whether the member voted, and its vote in an envelope until the count. */
  token?: string;
  voted?: true;
  envelope?: string;
  /** Whether the alternate of the member's administrators may vote, by the bylaws of the opening. */
  alternates?: true;
  /** The version of the last change: of a vote, or of a proxy that was taken back. 0 before any. */
  version: number;
};

export type VoteFault =
  | 'not-yet-open'
  | 'closed'
  | 'recused'
  | 'no-alternates'
  | 'outdated'
  | 'not-its-holder'
  | 'voted-itself';
type Attempt = { choice: VoteChoice; by: string; capacity: Capacity; now: string; version: number; holder?: string };

/** Returns why no vote is possible in a row for this person, whatever the vote; undefined when one is. */
const rowFault = (row: VoterRow, { now, capacity }: Pick<Attempt, 'now' | 'capacity'>): VoteFault | undefined => {
  if (now < row.opensAt) return 'not-yet-open';
  if (row.sealed || now >= row.closesAt) return 'closed';
  if (row.recused) return 'recused';
  return capacity === 'alternate' && !row.alternates ? 'no-alternates' : undefined;
};

const faultOf = (row: VoterRow, { capacity, now, version, holder }: Attempt): VoteFault | undefined => {
  const fault = rowFault(row, { now, capacity });
  if (fault) return fault;
  const isProxy = capacity === 'proxy';
  if (isProxy && (row.proxy === undefined || row.proxy !== holder)) return 'not-its-holder';
  // A member that voted itself has used its vote; its holder learns so rather than replace it.
  if (isProxy && row.vote && row.vote.capacity !== 'proxy') return 'voted-itself';
  return version === row.version ? undefined : 'outdated';
};

/** Returns a row with a vote, or why it cannot be cast. The interval is from the opening to before the close. */
export const castVote = (row: VoterRow, attempt: Attempt): VoterRow | { refused: VoteFault } => {
  const refused = faultOf(row, attempt);
  if (refused) return { refused };
  const { choice, by, capacity, now } = attempt;
  const version = row.version + 1;
  return { ...row, version, vote: { choice, by, capacity, at: now, version } };
};

type SecretAttempt = { envelope: string; now: string; capacity: Capacity; token: string; next: string };

/**
 * Returns a row with a vote in an envelope, or why it cannot be cast. The row has a new random token and no count, time or person, so that it is
 * the same after one vote and after several.
 */
export const castEnvelope = (
  row: VoterRow,
  { envelope, now, capacity, token, next }: SecretAttempt,
): VoterRow | { refused: VoteFault } => {
  const refused = rowFault(row, { now, capacity }) ?? (token === row.token ? undefined : 'outdated');
  return refused ? { refused } : { ...row, voted: true, envelope, token: next };
};

/** Returns whether a member voted, openly or secretly. */
export const hasVoted = ({ vote, voted }: Pick<VoterRow, 'vote' | 'voted'>): boolean =>
  vote !== undefined || voted === true;

/** Returns a row without its proxy: a vote that the holder cast for the member is taken back with it. */
export const withoutProxy = ({ proxy, ...row }: VoterRow): VoterRow => {
  if (proxy === undefined) return row;
  const { vote, ...rest } = row;
  return vote?.capacity === 'proxy' ? { ...rest, version: row.version + 1 } : row;
};

/** Returns the list of voters as it counts at the close: a member that left stays, or is struck with its vote where the rule says so. */
export const afterLeaving = <R extends { memberId: string }>(
  rows: readonly R[],
  left: ReadonlySet<string>,
  leavers: 'stand' | 'strike',
): R[] => (leavers === 'stand' ? [...rows] : rows.filter(({ memberId }) => !left.has(memberId)));

/** Returns the votes for and against of rows, as they are counted. */
export const votesOf = (rows: readonly VoterRow[]): Map<string, Choice> =>
  new Map(rows.flatMap(({ memberId, vote }) => (typeof vote?.choice === 'string' ? [[memberId, vote.choice]] : [])));
