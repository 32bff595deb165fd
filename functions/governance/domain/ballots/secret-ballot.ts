import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { type BallotMethod, choiceFits, type VoteChoice, voteChoiceSchema } from './method.ts';
import type { Voter } from './voting-rule.ts';

/** The fewest votes with which a secret ballot is opened: of fewer, somebody could tell who voted how. */
export const FEWEST_OPENED = 3;
/** The size of the key (RSA-OAEP with SHA-256), in bits. */
export const KEY_BITS = 3072;
/** The size of every vote before it is encrypted, padded with spaces: the size of an envelope tells nothing. */
export const PAPER_BYTES = 256;

/** A vote encrypted to the public key of its ballot: 384 bytes in base64. */
export const envelopeSchema = z.string().regex(/^[A-Za-z0-9+/]{512}$/);
/** A random token of a voter's row: a vote names the one that it replaces. It tells nothing about how often the vote was changed. */
export const voteTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What makes a ballot secret, fixed at its opening: its public key (SPKI, base64) and how many voters the bylaws ask for. */
export const secrecySchema = z.strictObject({ publicKey: z.string().max(1000), fewest: z.int().min(FEWEST_OPENED) });

/** Why no vote of a ballot was opened: fewer votes than can be counted secretly, or a table that was restored after its key was destroyed. */
export const unopenedReasons = ['too-few', 'key-gone'] as const;

/**
 * What was opened: the votes in the order of their content, and how many envelopes held none. It names nobody: the order of the votes says
 * nothing about the order of the voters.
 */
export const openedVotesSchema = z.strictObject({
  papers: z.array(voteChoiceSchema),
  invalid: z.int().min(0),
  unopened: z.enum(unopenedReasons).exactOptional(),
});
export type OpenedVotes = z.infer<typeof openedVotesSchema>;

/** Returns the list of voters of a secret ballot: each has one vote and is in no chamber, so that no sum of a group tells who voted how. */
export const secretVoters = (voters: readonly Voter[]): Voter[] =>
  voters.map(({ memberId, recused }) => ({ memberId, weight: '1', ...(recused && { recused }) }));

const byContent = (one: VoteChoice, other: VoteChoice): number => byId(canonicalJson(one), canonicalJson(other));

/** Returns a decrypted vote; undefined when it is none of the ballot's method. */
const readPaper = (text: string | undefined, method: BallotMethod | undefined): VoteChoice | undefined => {
  if (text === undefined) return undefined;
  try {
    const read = voteChoiceSchema.safeParse(JSON.parse(text));
    return read.success && choiceFits(method, read.data) ? read.data : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Returns the votes of envelopes in the order of their content. `decrypt` is absent when the key is gone. Takes the decrypted text of each
 * envelope as `decrypt` gives it, undefined where it cannot be decrypted.
 */
export const openEnvelopes = (
  envelopes: readonly string[],
  decrypt: ((envelope: string) => string | undefined) | undefined,
  method: BallotMethod | undefined,
): OpenedVotes => {
  if (envelopes.length < FEWEST_OPENED) return { papers: [], invalid: 0, unopened: 'too-few' };
  if (!decrypt) return { papers: [], invalid: 0, unopened: 'key-gone' };
  const papers = envelopes.flatMap((envelope) => readPaper(decrypt(envelope), method) ?? []);
  return { papers: papers.toSorted(byContent), invalid: envelopes.length - papers.length };
};
