import { refuse } from '../../../../layers/platform/http/outcome.ts';
import type { BallotKeys } from '../../data/ballot-key-store.ts';
import type { BallotStore } from '../../data/ballot-store.ts';
import type { BodyStore } from '../../data/body-store.ts';
import { secrecyFault } from '../../domain/ballots/secrecy.ts';
import type { Voter } from '../../domain/ballots/voting-rule.ts';
import { exactWeights } from '../../domain/ballots/weights.ts';
import type { DecisionRule } from '../../domain/bylaws/bylaws.ts';

/** What opening a secret ballot needs beside what every ballot needs. */
export type SecretDeps = { keys: BallotKeys; bodies: Pick<BodyStore, 'list'> };

/** How long a private key may wait for its ballot to open, in milliseconds: an opening takes seconds. */
const OPENING_TIME = 3_600_000;

/** Returns why a ballot cannot be secret; undefined when it can. Takes its list of voters. */
export const secretFault = async (
  { bodies }: Pick<SecretDeps, 'bodies'>,
  { secret, rule }: DecisionRule,
  voters: readonly Voter[],
) => {
  if (!secret || rule.majority.unit !== 'heads')
    return refuse('secret-not-allowed', 'The bylaws allow no secret ballot for this decision.', '/body/secret');
  // Laws on open meetings ask for votes by name.
  if ((await bodies.list()).some(({ state, preset }) => state === 'active' && preset === 'public-body'))
    return refuse('public-body', 'The consortium has a public body, whose votes are by name.', '/body/secret');
  const able = voters.filter(({ recused }) => !recused);
  const weights = exactWeights(able.map(({ memberId, weight }) => [memberId, weight]));
  if (secrecyFault(weights, secret.fewest) !== undefined)
    return refuse(
      'too-few-voters',
      `A secret ballot needs ${secret.fewest} members that may vote; ${able.length} may.`,
      '/body/secret',
    );
  return undefined;
};

/** Makes the key of a ballot, after the note by which it is destroyed whatever becomes of the ballot. Returns the public one. */
export const secretKey = async (
  { keys, ballots }: Pick<SecretDeps, 'keys'> & { ballots: BallotStore },
  ballotId: string,
  at: string,
): Promise<string> => {
  await ballots.noteKey(ballotId, at);
  return keys.make(ballotId);
};

/**
 * Deletes the envelopes and destroys the private key of each secret ballot that was counted or cancelled, or that never opened. Repeatable: the
 * note of a key is deleted last.
 */
export const destroyKeys = async (
  { keys, ballots }: Pick<SecretDeps, 'keys'> & { ballots: BallotStore },
  now: number,
): Promise<number> => {
  let destroyed = 0;
  for (const { ballotId, at } of await ballots.keysNoted()) {
    const state = (await ballots.get(ballotId))?.state;
    const isOver = state === 'counted' || state === 'cancelled';
    const neverOpened = state !== 'open' && Date.parse(at) + OPENING_TIME < now;
    if (!(isOver || neverOpened)) continue;
    await ballots.deleteEnvelopes(ballotId);
    await keys.destroy(ballotId);
    await ballots.forgetKey(ballotId);
    destroyed += 1;
  }
  return destroyed;
};
