import * as z from 'zod';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { methodNameSchema } from '../ballots/method.ts';

/** The states of a proposal: written, open for discussion, on a ballot, decided by one, or withdrawn by its author. */
export const proposalStates = ['draft', 'open', 'voting', 'decided', 'withdrawn'] as const;

/** What became of a ballot. After `objected` the proposal is open again for another text; `elected` chose options. */
const outcomes = ['carried', 'lost', 'tied', 'inquorate', 'vetoed', 'objected', 'elected'] as const;

export const outcomeSchema = z.enum(outcomes).meta({ id: 'BallotOutcome' });

/** The most rounds of consent that a proposal lists: the last ones. */
export const MOST_ROUNDS = 20;

/** Who did something, and when. */
export const actSchema = z.strictObject({ by: z.string(), at: z.iso.datetime() });

/** What became of the change of a policy that was carried: adopted, or why it was not. */
export const enactmentSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('enacted'), version: z.int(), at: z.iso.datetime() }),
  /** The policy was changed after the ballot opened, or refuses the change; `code` is the refusal. */
  z.strictObject({ state: z.literal('refused'), code: z.string(), detail: z.string(), at: z.iso.datetime() }),
]);

/** A proposal on which the members vote. Its texts are stored apart: one item for each version. */
export const consortiumProposalSchema = z.strictObject({
  proposalId: z.string(),
  title: oneLine(160),
  /** The kind of policy that it changes; none where it is a text only. */
  kind: z.string().exactOptional(),
  state: z.enum(proposalStates),
  /** The member for which it was written; none where the consortium's staff wrote it. */
  memberId: z.string().exactOptional(),
  proposed: actSchema,
  opened: actSchema.exactOptional(),
  /** The last version of the text: its number from 1, its SHA-256, and the members that support exactly it. */
  text: z.strictObject({ number: z.int().min(1), hash: z.string(), supporters: z.array(z.string()) }),
  /** The instant from which no amendment is proposed, where the bylaws set one. */
  amendUntil: z.iso.datetime().exactOptional(),
  /** How many amendments are not settled; absent while none was proposed. */
  amendmentsOpen: z.int().min(0).exactOptional(),
  /** The amendment whose ballot is open: the text is not voted on before. */
  amending: z.strictObject({ amendmentId: z.string(), title: oneLine(160) }).exactOptional(),
  /** The simulation that the members read before they vote: of which text, its SHA-256, and when it was made. */
  simulation: z.strictObject({ number: z.int().min(1), hash: z.string(), at: z.iso.datetime() }).exactOptional(),
  ballotId: z.string().exactOptional(),
  /** How its ballot is voted on; for or against when absent. */
  method: methodNameSchema.exactOptional(),
  /** The rounds of consent that met an objection, with the SHA-256 of their text. */
  rounds: z.array(z.strictObject({ ballotId: z.string(), hash: z.string() })).exactOptional(),
  closesAt: z.iso.datetime().exactOptional(),
  outcome: outcomeSchema.exactOptional(),
  decidedAt: z.iso.datetime().exactOptional(),
  /** The options that were chosen, and the day on which a decision by consent is reviewed. */
  ...{ chosen: z.array(z.string()).exactOptional(), reviewOn: z.iso.date().exactOptional() },
  enactment: enactmentSchema.exactOptional(),
  withdrawn: actSchema.exactOptional(),
  v: z.int().min(1),
});
export type ConsortiumProposal = z.infer<typeof consortiumProposalSchema>;

/** Returns whether a ballot may be opened on it: it is open, or its last ballot decided nothing. */
export const mayVote = ({ state, outcome }: ConsortiumProposal): boolean =>
  state === 'open' || (state === 'decided' && (outcome === 'inquorate' || outcome === 'tied'));

/** Returns whether the change of a policy was carried and is not adopted. */
export const isToEnact = ({ state, outcome, kind, enactment }: ConsortiumProposal): boolean =>
  state === 'decided' && outcome === 'carried' && kind !== undefined && enactment === undefined;

/** Returns the instant from which background work has to do something with it; undefined when nothing is to be done. */
export const dueAt = (proposal: ConsortiumProposal): string | undefined =>
  proposal.state === 'voting' ? proposal.closesAt : isToEnact(proposal) ? proposal.decidedAt : undefined;

/** The policy that a proposal changes, as it would be adopted: on top of the version that it `follows`. */
export type ProposedChange = {
  kind: string;
  follows: number;
  effectiveFrom?: string | undefined;
  endsLater?: boolean | undefined;
  untilDay?: string | undefined;
  decisionReference: string;
  body: unknown;
};

/** The question on which an open ballot decides: an amendment before the text, otherwise the text. */
export const questionOf = ({ title, amending }: Pick<ConsortiumProposal, 'title' | 'amending'>): string =>
  amending === undefined ? title : `${amending.title} – ${title}`;

/** A remark in the discussion, or the statement of a member for or against. */
export const remarkSchema = z.strictObject({
  remarkId: z.string(),
  kind: z.enum(['comment', 'for', 'against']),
  memberId: z.string().exactOptional(),
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Remark = z.infer<typeof remarkSchema>;

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
/** One value in which two bodies of a policy differ: its place (JSON Pointer), and the values as JSON; absent where there is none. */
export const bodyDifferenceSchema = z.strictObject({
  ...{ at: z.string(), before: z.string().exactOptional(), after: z.string().exactOptional() },
});
type BodyDifference = z.infer<typeof bodyDifferenceSchema>;

export const isMap = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns how an entry of a list is named in the place of a value: by its `id`, `code` or `memberId`, otherwise by its place. */
export const entryName = (entry: Json | undefined, place: number): string => {
  const named = isMap(entry) ? (entry.id ?? entry.code ?? entry.memberId) : undefined;
  return typeof named === 'string' ? named : String(place);
};

/** The most differences that are listed. */
const MOST = 200;

/** Returns the values in which two bodies differ, in the order of the second one. Entries of lists are compared by `id`, `code` or `memberId`, otherwise by place. */
export const bodyDifferences = (before: Json | undefined, after: Json | undefined, at = ''): BodyDifference[] => {
  const asMap = (value: Json | undefined): Record<string, Json> | undefined => {
    if (isMap(value)) return value;
    if (!Array.isArray(value) || !value.some(isMap)) return undefined;
    return Object.fromEntries(value.map((entry, place) => [entryName(entry, place), entry]));
  };
  const [was, is] = [asMap(before), asMap(after)];
  if (was && is) {
    const names = [...new Set([...Object.keys(is), ...Object.keys(was)])];
    const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
    return names.flatMap((name) => bodyDifferences(was[name], is[name], `${at}/${escaped(name)}`)).slice(0, MOST);
  }
  const [old, next] = [before, after].map((value) => (value === undefined ? undefined : canonicalJson(value)));
  if (old === next) return [];
  return [{ at, ...(old !== undefined && { before: old }), ...(next !== undefined && { after: next }) }];
};
