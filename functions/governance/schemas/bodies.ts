import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine, someLines } from '../../../layers/kernel/text/typed-text.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { choices } from '../domain/ballots/voting-rule.ts';
import { bodyKinds, bodyPresets, bodyRulesSchema, bodySchema, seatPersonSchema } from '../domain/bodies/body.ts';
import {
  actionItemSchema,
  agendaItemSchema,
  correctionSchema,
  meetingDecisionSchema,
  meetingItemSchema,
  meetingSchema,
  meetingStates,
  meetingSumsSchema,
  minutesSchema,
} from '../domain/bodies/meeting.ts';
import { outcomeSchema } from '../domain/consortium-proposals/consortium-proposal.ts';

/** The path of an operation on one body. */
export const bodyParams = z.strictObject({ bodyId: z.string().min(1).max(40) });
/** The path of an operation on one meeting. */
export const meetingParams = bodyParams.extend({ meetingId: z.string().min(1).max(40) });

/** All bodies. */
export const bodiesSchema = z.strictObject({
  bodies: z.array(bodySchema),
  /** Whether the caller writes bodies and runs their meetings. */
  mayRun: z.boolean(),
});

/** A body with its meetings, the newest first, and its action items. */
export const bodyWithMeetingsSchema = z.strictObject({
  ...{ body: bodySchema, meetings: z.array(meetingSchema), actions: z.array(actionItemSchema) },
  mayRun: z.boolean(),
});

/** A meeting with its minutes, and what the secretary needs for its next step. */
export const shownMeetingSchema = z.strictObject({
  ...{ body: bodySchema, meeting: meetingSchema, actions: z.array(actionItemSchema) },
  /** The time zone of the bylaws, in which days count. */
  zone: z.string(),
  minutes: minutesSchema.exactOptional(),
  /** A draft of the minutes from what was recorded, once the meeting is over. */
  draft: z.string().exactOptional(),
  /** What belongs on the agenda and is not on it. */
  suggested: z.array(agendaItemSchema),
  /** The clear days that its call needs. */
  noticeDays: z.int(),
  /** Whether a quorum is present: now, or at its beginning when it is over. */
  quorate: z.boolean(),
  others: z.array(z.strictObject({ meetingId: z.string(), startsAt: z.iso.datetime(), state: z.enum(meetingStates) })),
  mayRun: z.boolean(),
});

const settings = {
  ...{ name: oneLine(120), purpose: someLines(1000, 0) },
  ...{ kind: z.enum(bodyKinds), preset: z.enum(bodyPresets), rules: bodyRulesSchema },
};
const seatId = z.string().min(1).max(20);
const day = z.iso.date();

/** A change of a body or of its seats. */
export const bodyChangeSchema = z.discriminatedUnion('do', [
  /** A new body names the decision that founded it. */
  z.strictObject({ do: z.enum(['found', 'set']), decision: oneLine(200).optional(), ...settings }),
  z.strictObject({ do: z.literal('dissolve'), reason: oneLine(200) }),
  z.strictObject({ do: z.literal('add-seat'), name: oneLine(80), memberId: memberIdSchema.optional() }),
  z.strictObject({
    ...{ do: z.literal('hold'), seatId, holder: seatPersonSchema, alternate: seatPersonSchema.optional(), from: day },
  }),
  z.strictObject({ do: z.literal('alternate'), seatId, alternate: seatPersonSchema.optional(), on: day }),
  z.strictObject({ do: z.literal('end-term'), seatId, on: day, reason: oneLine(200) }),
  z.strictObject({ do: z.literal('remove-seat'), seatId }),
]);

const notice = { startsAt: z.iso.datetime(), place: oneLine(300), agenda: z.array(agendaItemSchema).max(40) };
const at = z.iso.datetime();

/** A step of a meeting. */
export const meetingStepSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['plan', 'change']), ...notice }),
  z.strictObject({ do: z.literal('call') }),
  z.strictObject({
    do: z.literal('attend'),
    attendance: z
      .array(
        z
          .strictObject({ seatId, isAlternate: z.boolean(), from: at, to: at.optional() })
          .refine(({ from, to }) => to === undefined || from < to, { error: 'It ends after it begins.', path: ['to'] }),
      )
      .max(150),
  }),
  z.strictObject({
    ...{ do: z.literal('decide'), number: z.int().min(1).max(40), text: someLines(2000), at },
    votes: z
      .array(z.strictObject({ seatId, choice: z.enum(choices) }))
      .max(50)
      .optional(),
    ...{ sums: meetingSumsSchema.optional(), reviewOn: day.optional() },
  }),
  z.strictObject({ do: z.literal('end'), at }),
  z.strictObject({ do: z.literal('minutes'), text: someLines(40_000) }),
  z.strictObject({ do: z.literal('approve'), in: z.string().min(1).max(40) }),
  z.strictObject({ do: z.literal('correct'), text: someLines(2000), reason: oneLine(300) }),
  z.strictObject({ do: z.literal('cancel'), reason: oneLine(200) }),
]);

/** The path of an operation on one action item. */
export const actionParams = bodyParams.extend({ actionId: z.string().min(1).max(40) });

/** What everybody reads of the public bodies. */
export const publicDecisionsSchema = z.strictObject({
  zone: z.string(),
  bodies: z.array(
    z.strictObject({
      ...{ bodyId: z.string(), name: z.string(), kind: z.enum(bodyKinds), purpose: z.string() },
      seats: z.array(
        z.strictObject({
          ...{ name: z.string(), holder: z.string(), until: z.string(), memberId: memberIdSchema.exactOptional() },
        }),
      ),
    }),
  ),
  meetings: z.array(
    z.strictObject({
      ...{ meetingId: z.string(), bodyId: z.string(), state: z.enum(meetingStates), startsAt: z.string() },
      ...{ place: z.string(), cancelledFor: z.string().exactOptional() },
      agenda: z.array(meetingItemSchema),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      ...{ proposalId: z.string(), title: z.string(), outcome: outcomeSchema, decidedAt: z.string() },
      ...{ kind: z.string().exactOptional(), version: z.int().exactOptional() },
    }),
  ),
});

/** Approved minutes of a public body's meeting with their corrections. */
export const publicMinutesSchema = z.strictObject({
  ...{ text: z.string(), approvedAt: z.string() },
  corrections: z.array(correctionSchema.omit({ by: true })),
});

/** What a person reads who holds a seat and signed in by a mailed link. */
export const ownSeatsSchema = z.strictObject({
  ...{ name: z.string(), zone: z.string() },
  bodies: z.array(
    z.strictObject({
      ...{ bodyId: z.string(), name: z.string(), kind: z.enum(bodyKinds), purpose: z.string() },
      seats: z.array(z.strictObject({ seat: z.string(), isAlternate: z.boolean(), until: z.string() })),
      /** From their call, the newest first; with minutes once they are written. */
      meetings: z.array(
        z.strictObject({
          ...{ meetingId: z.string(), state: z.enum(meetingStates), startsAt: z.string(), place: z.string() },
          cancelledFor: z.string().exactOptional(),
          agenda: z.array(
            meetingItemSchema.pick({ kind: true, title: true, text: true }).extend({
              decision: meetingDecisionSchema.pick({ text: true, outcome: true, sums: true }).exactOptional(),
            }),
          ),
          minutes: minutesSchema.extend({ corrections: z.array(correctionSchema.omit({ by: true })) }).exactOptional(),
        }),
      ),
      actions: z.array(actionItemSchema.pick({ actionId: true, title: true, owner: true, dueOn: true })),
    }),
  ),
});

/** The secret of a mailed link, or of the session that it begins. */
export const seatSecretSchema = z.string().min(20).max(100);
export const exampleSeatSecret = 'o4R9xNnY2kq7WfVb1ZtC5uJm8sDhLpQe3aGiTyXcKvM';

/** The refusal of a session that is over. */
export const sessionRefusal = {
  'session-over': { status: 410, meaning: 'The sign-in is over, or the person holds no seat any more.' },
} as const satisfies Record<string, Refusal>;

/** Refusals of bodies. */
export const bodyRefusals = {
  'unknown-body': { status: 404, meaning: 'There is no such body.' },
} as const satisfies Record<string, Refusal>;

const act = { by: 'staff:stf_01kb0000000000000000000000', at: '2026-01-12T10:00:00.000Z' };
const half = { of: { numerator: 1, denominator: 2 }, compare: 'more-than' as const };

/** The settings of a body, for examples. */
export const exampleSettings: Pick<z.input<typeof bodySchema>, 'name' | 'purpose' | 'kind' | 'preset' | 'rules'> = {
  ...{ name: 'Council of directors', purpose: 'Decides on services that all libraries share.', kind: 'council' },
  preset: 'public-body',
  rules: {
    ...{ noticeDays: 7, bylawsNoticeDays: 14, quorum: half },
    term: { years: 2, mostInARow: 2, partUnderHalfCounts: false },
  },
};

/** A body with one seat, for examples. */
export const exampleBody: z.input<typeof bodySchema> = {
  ...{ bodyId: 'bdy_01kb0000000000000000000000', ...exampleSettings, state: 'active', seatsMade: 1, v: 3 },
  seats: [
    {
      ...{ seatId: 'seat-1', name: 'Riverton', memberId: 'riverton' },
      terms: [{ holder: { name: 'Judith Klein' }, from: '2026-07-01', to: '2028-06-30' }],
    },
  ],
  founded: { ...act, reason: 'Founding meeting, item 2' },
};

/** An action item that is done, for examples. */
export const exampleAction: z.input<typeof actionItemSchema> = {
  ...{ actionId: 'act_01kb0000000000000000000000', bodyId: exampleBody.bodyId },
  ...{ meetingId: 'mtg_01kb0000000000000000000000', title: 'Ask the courier for its prices', owner: 'Judith Klein' },
  ...{
    dueOn: '2027-01-15',
    state: 'done',
    written: act,
    settled: { ...act, note: 'Prices are with the agenda.' },
    v: 2,
  },
};

/** A meeting that was called, for examples. */
export const exampleMeeting: z.input<typeof meetingSchema> = {
  ...{ meetingId: 'mtg_01kb0000000000000000000000', bodyId: exampleBody.bodyId, state: 'called' },
  ...{ startsAt: '2026-12-14T19:00:00.000Z', place: 'Riverton Library, room 2' },
  agenda: [{ kind: 'text', title: 'Courier routes of next year' }],
  ...{ planned: act, called: act, attendance: [], v: 2 },
};
