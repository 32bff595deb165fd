import * as z from 'zod';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { choices } from '../ballots/voting-rule.ts';
import { actSchema } from '../consortium-proposals/consortium-proposal.ts';
import { reasonedActSchema } from './body.ts';

export const meetingStates = ['planned', 'called', 'held', 'minuted', 'approved', 'cancelled'] as const;

/** What an item of an agenda is about: a text, a proposal, an action item, a decision to be reviewed, or minutes to be approved. */
export const agendaKinds = ['text', 'proposal', 'action', 'review', 'minutes'] as const;

/** Votes in favour, votes against, and abstentions. */
export const meetingSumsSchema = z.strictObject({
  ...{ yes: z.int().min(0).max(50), no: z.int().min(0).max(50), abstain: z.int().min(0).max(50) },
});

/** A vote of a seat by name. */
export const meetingVoteSchema = z.strictObject({ seatId: z.string(), name: z.string(), choice: z.enum(choices) });

/** What was decided under an item: the motion, the votes, and when it is reviewed. */
export const meetingDecisionSchema = z.strictObject({
  ...{ text: someLines(2000), at: z.iso.datetime(), outcome: z.enum(['carried', 'lost', 'tied']) },
  ...{ sums: meetingSumsSchema, present: z.int(), votes: z.array(meetingVoteSchema).max(50).exactOptional() },
  reviewOn: z.iso.date().exactOptional(),
});
export type MeetingDecision = z.infer<typeof meetingDecisionSchema>;

/** An item of an agenda; `of` is the id of the proposal, the action item, or the meeting. */
export const agendaItemSchema = z.strictObject({
  ...{ kind: z.enum(agendaKinds), title: oneLine(160), text: someLines(2000).exactOptional() },
  of: z.string().min(1).max(40).exactOptional(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** An item with what was decided under it, and whether it changes the bylaws. */
export const meetingItemSchema = agendaItemSchema.extend({
  changesBylaws: z.literal(true).exactOptional(),
  decision: meetingDecisionSchema.exactOptional(),
});
export type MeetingItem = z.infer<typeof meetingItemSchema>;

/** When somebody was present for a seat; without an end, still. */
export const presenceSchema = z.strictObject({
  ...{ seatId: z.string(), name: z.string(), isAlternate: z.boolean() },
  ...{ from: z.iso.datetime(), to: z.iso.datetime().exactOptional() },
});
export type Presence = z.infer<typeof presenceSchema>;

/** A meeting of a body: its notice, its agenda, who was present, and what was decided. */
export const meetingSchema = z.strictObject({
  ...{ meetingId: z.string(), bodyId: z.string(), state: z.enum(meetingStates) },
  ...{ startsAt: z.iso.datetime(), place: oneLine(300), agenda: z.array(meetingItemSchema).max(40) },
  ...{ planned: actSchema, called: actSchema.exactOptional(), endedAt: z.iso.datetime().exactOptional() },
  attendance: z.array(presenceSchema).max(150),
  minuted: actSchema.exactOptional(),
  /** `in` is the meeting that approved the minutes. */
  approved: actSchema.extend({ in: z.string() }).exactOptional(),
  cancelled: reasonedActSchema.exactOptional(),
  v: z.int(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Returns whether a meeting was called: others than those who run it read about it from then on, also when it was cancelled after that. */
export const wasCalled = ({ called }: Pick<Meeting, 'called'>): boolean => called !== undefined;

/** A correction of minutes that were approved: the approved text stays as it is. */
export const correctionSchema = actSchema.extend({ text: someLines(2000), reason: oneLine(300) });

/** The minutes of a meeting, and what was corrected after their approval. */
export const minutesSchema = z.strictObject({
  ...{ text: someLines(40_000), corrections: z.array(correctionSchema).max(30) },
});
export type Minutes = z.infer<typeof minutesSchema>;

/** Returns minutes without the ids of those who corrected them. */
export const minutesShown = ({ text, corrections }: Minutes) => ({
  text,
  corrections: corrections.map((one) => ({ text: one.text, reason: one.reason, at: one.at })),
});

/** Something that somebody does until a day; it stays on agendas until it is done or dropped. */
export const actionItemSchema = z.strictObject({
  ...{ actionId: z.string(), bodyId: z.string(), meetingId: z.string() },
  ...{ title: oneLine(160), owner: oneLine(120), dueOn: z.iso.date(), state: z.enum(['open', 'done', 'dropped']) },
  ...{ written: actSchema, settled: actSchema.extend({ note: oneLine(300, 0) }).exactOptional() },
  v: z.int(),
});
export type ActionItem = z.infer<typeof actionItemSchema>;
