import * as z from 'zod';
import { factNameSchema } from '../../../events/published.ts';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';

/** The owner of a webhook: a member, which gets the facts that concern it, or the consortium, which gets all. */
export const ownerSchema = z.union([z.literal('consortium'), memberIdSchema]);

/** The reasons for a pause: staff, the receiver's answer 410, or days of failures. */
export const pauseReasons = ['staff', 'gone', 'failing'] as const;

/** The fields of a webhook that its owner chooses. */
export const webhookTermsSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(500),
  facts: z.array(factNameSchema).min(1).max(50),
});
export type WebhookTerms = z.infer<typeof webhookTermsSchema>;

/** A webhook as its owner sees it: an address to which chosen facts are sent. */
export const webhookSchema = z.strictObject({
  webhookId: z.string(),
  owner: ownerSchema,
  ...webhookTermsSchema.shape,
  createdAt: z.iso.datetime(),
  secretSince: z.iso.datetime(),
  /** Until then requests are also signed with the previous secret. */
  oldSecretUntil: z.iso.datetime().exactOptional(),
  /** Present while nothing is sent. */
  paused: z.strictObject({ because: z.enum(pauseReasons), at: z.iso.datetime() }).exactOptional(),
  /** The first failure since the last success. */
  failingSince: z.iso.datetime().exactOptional(),
});
export type Webhook = z.infer<typeof webhookSchema>;

const DAY_MS = 86_400_000;

/** The number of days after which a webhook that only fails is paused. */
export const FAILING_DAYS = 5;
/** The number of days for which a paused webhook still records what it did not send, so that it can be replayed. */
export const RECORDED_DAYS = 7;
/** The maximum number of webhooks of an owner. */
export const MOST_WEBHOOKS = 20;

/** Whether a webhook has failed for so long that it is paused. `now` in epoch ms. */
export const hasFailedLong = ({ failingSince }: Pick<Webhook, 'failingSince'>, now: number): boolean =>
  failingSince !== undefined && now - Date.parse(failingSince) >= FAILING_DAYS * DAY_MS;

/** Whether a webhook records a new fact: it is active, or was paused a few days ago only. `now` in epoch ms. */
export const records = ({ paused }: Pick<Webhook, 'paused'>, now: number): boolean =>
  paused === undefined || now - Date.parse(paused.at) < RECORDED_DAYS * DAY_MS;
