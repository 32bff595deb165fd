import * as z from 'zod';
import { type NoticeKind, noticeKindSchema } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticesPolicy } from '../../../layers/records/policies/domain/notices.ts';

/** The channels that a patron opts out of; text messages are opted into. */
const optOutChannels = ['email', 'letter'] as const;

/** A kind that a patron does not want by some channels. The account shows every notice. */
const optOutSchema = z.strictObject({
  kind: noticeKindSchema,
  channels: z.array(z.enum(optOutChannels)).min(1).max(2),
});

/** A patron's choices of notices. `letters`: letters instead of e-mail, when the home library sends letters. */
export const noticeChoicesSchema = z.strictObject({
  optOuts: z
    .array(optOutSchema)
    .max(20)
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'a kind is named once'),
  letters: z.boolean(),
  /** Receipts of loans, renewals and payments by e-mail; off when absent. */
  receipts: z.literal(true).exactOptional(),
});
export type NoticeChoices = z.infer<typeof noticeChoicesSchema>;

/** The default: every kind, by e-mail when there is an address. */
export const noChoices: NoticeChoices = { optOuts: [], letters: false };

/** Lists the opt-outs of mandatory kinds, with their place in `optOuts`. */
export const mandatoryIn = (
  { optOuts }: NoticeChoices,
  { mandatory }: Pick<NoticesPolicy, 'mandatory'>,
): { kind: NoticeKind; place: number }[] =>
  optOuts.flatMap(({ kind }, place) => (mandatory.includes(kind) ? [{ kind, place }] : []));

/** Decides whether a patron wants a kind by a channel. A kind that became mandatory after the choice is sent regardless. */
export const wants = (
  { optOuts }: NoticeChoices,
  { mandatory }: Pick<NoticesPolicy, 'mandatory'>,
  kind: NoticeKind,
  channel: (typeof optOutChannels)[number],
): boolean => mandatory.includes(kind) || !optOuts.some((out) => out.kind === kind && out.channels.includes(channel));
