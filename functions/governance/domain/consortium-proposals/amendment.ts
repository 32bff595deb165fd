import * as z from 'zod';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { type Amendment as Amending, type AmendmentState, afterAcceptance } from '../proposals/amendments.ts';
import {
  actSchema,
  type ConsortiumProposal,
  entryName,
  isMap,
  type Json,
  outcomeSchema,
} from './consortium-proposal.ts';

/** The most amendments of one proposal: they are settled in one transaction. */
export const MOST_AMENDMENTS = 50;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Another value of the proposed policy: its place (JSON Pointer, as in the differences of a text), and the value as JSON; none removes it. */
export const amendedValueSchema = z.strictObject({
  at: z.string().min(2).max(300).startsWith('/'),
  to: z.string().max(4000).refine(isJson, 'The value is no JSON.').exactOptional(),
});

const states = ['evaluating', 'accepted', 'rejected', 'withdrawn', 'obsolete'] as const satisfies AmendmentState[];

/** A change of the text of a proposal for which a member asks: other reasons, or other values of the proposed policy. */
export const amendmentSchema = z.strictObject({
  ...{ amendmentId: z.string(), title: oneLine(160), reason: someLines(2000) },
  /** The text on which it was written. */
  number: z.int().min(1),
  /** The member for which it was written; none where the consortium's staff wrote it. */
  memberId: z.string().exactOptional(),
  text: z.string().exactOptional(),
  changes: z.array(amendedValueSchema),
  state: z.enum(states),
  ...{ proposed: actSchema, settled: actSchema.exactOptional() },
  /** The last ballot on it. */
  vote: z
    .strictObject({
      ...{ ballotId: z.string(), outcome: outcomeSchema },
      ...{ yes: z.string(), no: z.string(), abstain: z.string() },
    })
    .exactOptional(),
  v: z.int().min(1),
});
export type ProposalAmendment = z.infer<typeof amendmentSchema>;

/** Returns an amendment with all that it changes as places: the reasons are one of them. */
const placesOf = ({ amendmentId, state, changes, text }: ProposalAmendment): Amending => ({
  ...{ amendmentId, state },
  changes: [
    ...changes.map(({ at, to }) => ({ at: `/body${at}`, to })),
    ...(text === undefined ? [] : [{ at: '/text', to: text }]),
  ],
});

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

const withValueAt = (body: Json | undefined, path: readonly string[], to: Json | undefined): Json | undefined => {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  if (Array.isArray(body)) {
    const place = body.findIndex((entry, index) => entryName(entry, index) === first);
    if (place < 0) return undefined;
    const entry = withValueAt(body[place], rest, to);
    if (entry !== undefined) return body.with(place, entry);
    return rest.length === 0 ? body.toSpliced(place, 1) : undefined;
  }
  if (!isMap(body)) return undefined;
  const entry = withValueAt(body[first], rest, to);
  if (entry !== undefined) return { ...body, [first]: entry };
  if (rest.length > 0 || !Object.hasOwn(body, first)) return undefined;
  const { [first]: _, ...others } = body;
  return others;
};

/** Returns a body with other values; undefined when it has no such place. Entries of lists are found by their names. */
export const withValues = (body: Json, changes: readonly z.infer<typeof amendedValueSchema>[]): Json | undefined =>
  changes.reduce<Json | undefined>(
    (now, { at, to }) =>
      now === undefined
        ? undefined
        : withValueAt(
            now,
            at.split('/').slice(1).map(unescaped),
            to === undefined ? undefined : (JSON.parse(to) as Json),
          ),
    body,
  );

type Settling = {
  amendmentId: string;
  state: Exclude<AmendmentState, 'obsolete'>;
  act: { by: string; at: string };
  vote?: ProposalAmendment['vote'];
  /** The text with the amendment, where it was accepted. */
  text?: { number: number; hash: string };
};

/** Returns whether an amendment may be voted on: it is not settled, or its author's refusal is the only one. */
export const mayVoteOn = ({ state, vote }: ProposalAmendment): boolean =>
  state === 'evaluating' || (state === 'rejected' && vote === undefined);

/**
 * Returns a proposal after an amendment was settled, and the amendments that this changes: an accepted one gives a new text without supporters,
 * and makes those of the same values obsolete.
 */
export const afterSettling = (
  proposal: ConsortiumProposal,
  all: readonly ProposalAmendment[],
  { amendmentId, state, act, vote, text }: Settling,
): { proposal: ConsortiumProposal; changed: ProposalAmendment[] } => {
  // One that its author had rejected is weighed like the others when the members accept it.
  const weighed = all.map((one) => placesOf(one.amendmentId === amendmentId ? { ...one, state: 'evaluating' } : one));
  const states = state === 'accepted' ? afterAcceptance(weighed, amendmentId) : weighed;
  const after = all.map((one, place): ProposalAmendment => {
    if (one.amendmentId !== amendmentId) return { ...one, state: states[place]?.state ?? one.state };
    return { ...one, state, ...(state !== 'evaluating' && { settled: act }), ...(vote && { vote }) };
  });
  const changed = after.flatMap((one, place) => {
    const before = all[place];
    if (before?.amendmentId !== amendmentId && before?.state === one.state) return [];
    return [{ ...one, ...(one.state === 'obsolete' && { settled: act }), v: one.v + 1 }];
  });
  const { amending: _, simulation, ...rest } = proposal;
  const { ballotId: _b, closesAt: _c, ...discussed } = rest;
  const round = proposal.rounds?.at(-1)?.ballotId;
  return {
    changed,
    proposal: {
      ...{ ...(proposal.state === 'voting' ? discussed : rest), state: 'open' },
      ...(proposal.state === 'voting' && round !== undefined && { ballotId: round }),
      // A simulation of the text before says nothing about the new one.
      ...(simulation && !text && { simulation }),
      ...(text && { text: { number: text.number, hash: text.hash, supporters: [] } }),
      amendmentsOpen: after.filter((one) => one.state === 'evaluating').length,
      v: proposal.v + 1,
    },
  };
};
