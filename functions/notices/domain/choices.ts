import * as z from 'zod';
import {
  type Channel,
  channels,
  type NoticeKind,
  noticeKindSchema,
} from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticesPolicy } from '../../../layers/records/policies/domain/notices.ts';

/** What a patron does not want: these kinds by these channels. In the account a notice stands whatever is chosen. */
const optOutSchema = z.strictObject({ kind: noticeKindSchema, channels: z.array(z.enum(channels)).min(1).max(2) });

/** A patron's own say in notices. `letters`: rather a letter than an e-mail, where the home library writes letters. */
export const noticeChoicesSchema = z.strictObject({
  optOuts: z
    .array(optOutSchema)
    .max(20)
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'a kind is named once'),
  letters: z.boolean(),
});
export type NoticeChoices = z.infer<typeof noticeChoicesSchema>;

/** Who chose nothing wants everything, by e-mail where there is one. */
export const noChoices: NoticeChoices = { optOuts: [], letters: false };

/** The kinds of these choices that the policy lets no patron opt out of, by their place in `optOuts`. */
export const mandatoryIn = (
  { optOuts }: NoticeChoices,
  { mandatory }: Pick<NoticesPolicy, 'mandatory'>,
): { kind: NoticeKind; place: number }[] =>
  optOuts.flatMap(({ kind }, place) => (mandatory.includes(kind) ? [{ kind, place }] : []));

/** Whether a patron may be told of this kind by this channel. What became mandatory after the choice is told all the same. */
export const wants = (
  { optOuts }: NoticeChoices,
  { mandatory }: Pick<NoticesPolicy, 'mandatory'>,
  kind: NoticeKind,
  channel: Channel,
): boolean => mandatory.includes(kind) || !optOuts.some((out) => out.kind === kind && out.channels.includes(channel));
