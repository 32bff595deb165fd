import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { consentAnswerSchema } from './consent.ts';
import { choices } from './voting-rule.ts';

/** The methods that bylaws may allow beside the vote for or against: consent in rounds, and those that choose among options. */
export const ballotMethods = ['consent', 'approval', 'instant-runoff', 'schulze', 'transferable-vote'] as const;
export const methodNameSchema = z.enum(ballotMethods).meta({ id: 'BallotMethodName' });
export type MethodName = (typeof ballotMethods)[number];

/** The most options of a ballot. */
export const MOST_OPTIONS = 12;

/** The id of an option: its place in the text of the proposal, from 1. */
const optionId = z.string().regex(/^[1-9]\d?$/);
/** Ids of options, in order where a paper ranks them. */
export const optionIdsSchema = z.array(optionId).max(MOST_OPTIONS).meta({ id: 'OptionIds' });

const consent = z.strictObject({
  by: z.literal('consent'),
  /** The day on which a decision by consent is reviewed. */
  reviewOn: z.iso.date(),
});
const election = z.strictObject({
  by: z.enum(['approval', 'instant-runoff', 'schulze', 'transferable-vote']),
  options: z.array(z.strictObject({ optionId, name: oneLine(120) })),
  seats: z.int().min(1),
  /** How many options a paper approves at most. */
  most: z.int().min(1).exactOptional(),
  /** The SHA-256 of the seed of the lot that decides between equal options; the record of the counted ballot has the seed. */
  lot: z.string().regex(/^[0-9a-f]{64}$/),
});

/** How a ballot is voted on and counted, fixed at its opening; a ballot without it is for or against. */
export const methodSchema = z.discriminatedUnion('by', [consent, election]).meta({ id: 'BallotMethod' });
export type BallotMethod = z.infer<typeof methodSchema>;
export type Election = z.infer<typeof election>;

/** A vote in the shape of the method: yes, no or abstention; an answer in a round of consent; options approved; or options in order of preference. */
export const voteChoiceSchema = z
  .union([
    z.enum(choices),
    consentAnswerSchema,
    z.strictObject({ approves: optionIdsSchema }),
    z.strictObject({ ranking: optionIdsSchema }),
  ])
  .meta({ id: 'VoteChoice' });
export type VoteChoice = z.infer<typeof voteChoiceSchema>;

const isPaper = (marks: readonly string[], { options }: Election, most: number): boolean =>
  marks.length <= most &&
  new Set(marks).size === marks.length &&
  marks.every((one) => options.some((option) => option.optionId === one));

/** Returns whether a vote has the shape of the method: no option twice, none unknown, and no more than allowed. A paper without a mark is an abstention. */
export const choiceFits = (method: BallotMethod | undefined, choice: VoteChoice): boolean => {
  if (method === undefined || typeof choice === 'string') return method === undefined && typeof choice === 'string';
  if (method.by === 'consent') return 'answer' in choice;
  if (method.by === 'approval')
    return 'approves' in choice && isPaper(choice.approves, method, method.most ?? method.options.length);
  return 'ranking' in choice && isPaper(choice.ranking, method, method.options.length);
};

/** What the secretary chooses at the opening. */
export const methodChoiceSchema = z.discriminatedUnion('by', [
  consent,
  z.strictObject({
    by: election.shape.by,
    seats: z.int().min(1).max(MOST_OPTIONS).default(1),
    /** By approval: how many options a paper approves at most; all when absent. */
    most: z.int().min(1).max(MOST_OPTIONS).optional(),
  }),
]);
export type MethodChoice = z.infer<typeof methodChoiceSchema>;

type Opening = {
  wanted: MethodChoice | undefined;
  /** What the bylaws allow, and the names of the options of the text. */
  allowed: readonly MethodName[];
  options: readonly string[];
  /** The local day of the close. */
  lastDay: string;
  /** The SHA-256 of the seed of the lot. */
  lot: string;
};
type MethodFault = 'method-not-allowed' | 'method-does-not-fit';

/** Returns the method of a ballot that opens, undefined for one for or against; or why it cannot open so. */
export const openedMethod = ({
  wanted,
  allowed,
  options,
  lastDay,
  lot,
}: Opening): BallotMethod | undefined | MethodFault => {
  const hasOptions = options.length > 0;
  if (wanted === undefined) return hasOptions ? 'method-does-not-fit' : undefined;
  if (!allowed.includes(wanted.by)) return 'method-not-allowed';
  if (wanted.by === 'consent') return hasOptions || wanted.reviewOn <= lastDay ? 'method-does-not-fit' : wanted;
  if (wanted.by !== 'approval' && wanted.most !== undefined) return 'method-does-not-fit';
  const isOneSeat = wanted.by === 'instant-runoff' || wanted.by === 'schulze';
  if (wanted.seats >= options.length || (isOneSeat && wanted.seats > 1)) return 'method-does-not-fit';
  const most = wanted.by === 'approval' ? Math.min(wanted.most ?? options.length, options.length) : undefined;
  return {
    ...{ by: wanted.by, seats: wanted.seats, lot },
    options: options.map((name, place) => ({ optionId: String(place + 1), name })),
    ...(most !== undefined && { most }),
  };
};
