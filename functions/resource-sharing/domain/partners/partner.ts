import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { symbolKey, symbolSchema, symbolText } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import type { Dialect } from '../../../../layers/protocols/iso18626/read-message.ts';

const dialects = ['1.2', '2021'] as const satisfies readonly Dialect[];
const text = oneLine;
const accountId = z.string().regex(/^[\x21-\x39\x3b-\x7e]{1,100}$/, 'Visible ASCII characters without a colon.');

// Headers that the transport sets itself, or that could smuggle a request.
const ownHeaders = /^(?:host|content-.*|transfer-encoding|connection|expect|te|trailer|upgrade|keep-alive|proxy-.*)$/i;

const feeSchema = z
  .strictObject({
    /** Minor units of the currency. */
    amount: z.int().min(0).max(100_000_000),
    currency: currencySchema,
  })
  .meta({ id: 'PartnerFee' });

/** How we authenticate at a partner: its secret is stored separately, never in the table. */
const outboundSchema = z
  .discriminatedUnion('how', [
    z.strictObject({ how: z.literal('none') }),
    z.strictObject({ how: z.literal('basic'), username: accountId }),
    /** requestingAgencyAuthentication within the message: for our requests. */
    z.strictObject({ how: z.literal('message'), accountId: text(100) }),
    z.strictObject({
      how: z.literal('header'),
      header: z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'The name of an HTTP header.')
        .refine((name) => !ownHeaders.test(name), 'This header is written by HTTP itself.'),
    }),
  ])
  .meta({ id: 'PartnerAuthentication' });
export type Outbound = z.infer<typeof outboundSchema>;

/** The usual pauses in seconds before each retry of a message: growing up to six hours, for three days. */
const SIX_HOURS = 21_600;
export const RETRY_SECONDS = [
  5,
  15,
  60,
  300,
  900,
  1800,
  3600,
  7200,
  14_400,
  ...Array.from({ length: 11 }, () => SIX_HOURS),
];

const named = {
  name: text(200),
  symbols: z.array(symbolSchema).min(1).max(50).meta({ id: 'PartnerSymbols' }),
  /** The address of its ISO 18626 endpoint. */
  address: z.string().min(1).max(500),
  dialect: z.enum(dialects),
  /** We may request from it. */
  supplies: z.boolean(),
  /** It may request from us. */
  requests: z.boolean(),
  /** The symbol by which it knows us: each member's own, or the consortium's for all. */
  knowsUsAs: z.enum(['member', 'consortium']),
  outbound: outboundSchema,
};
/** The fields of a partner that can be removed. */
const optional = {
  /** The name by which it authenticates, besides its id. */
  accountId,
  /** The delivery address of parcels as on a label: its lines, or one line with commas. */
  postalAddress: someLines(500),
  /** Its price for one loan or one copy. */
  loanCost: feeSchema,
  copyCost: feeSchema,
};
const usual = {
  /** A broker: it represents libraries behind it, whose symbols are then not checked. */
  broker: z.boolean(),
  /** A discovery system or the like: it may send requests of our own patrons, for their library. */
  patronRequests: z.boolean(),
  /** Its secret may be in the URL that it calls, for peers that can present it nowhere else. */
  secretInAddress: z.boolean(),
  transitDays: z.int().min(0).max(120),
  lastResort: z.boolean(),
  services: z
    .array(z.enum(['loan', 'copy']))
    .min(1)
    .max(2),
  /** Countries that it supplies (ISO 3166-1, two letters); without any, all. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters (ISO 3166-1).')).max(250),
  /** The pauses in seconds before each retry of a message; after the last one it has failed, and calls staff. */
  retrySeconds: z.array(z.int().min(1).max(86_400)).max(50),
  /**
   * How terms are offered to it as a requester: to request again on these terms (RetryPossible), or as a promise under
   * them that it agrees to by a notification (ReShare, CrossLink).
   */
  conditionsAs: z.enum(['retry', 'promise']),
  /** The maximum number of messages accepted from it per day. */
  messagesADay: z.int().min(1).max(1_000_000),
  /**
   * Nothing is sent to it, it is not asked, and no new request of it is accepted; messages about open loans still are.
   */
  paused: z.boolean(),
};

/**
 * The settings of a partner by consortium IT: its identity, its endpoint and edition, its permissions, and the terms by
 * which the rota judges it. Delays in seconds, transit in days.
 */
export const partnerTermsSchema = z.strictObject({
  ...named,
  accountId: optional.accountId.optional(),
  postalAddress: optional.postalAddress.optional(),
  loanCost: optional.loanCost.optional(),
  copyCost: optional.copyCost.optional(),
  broker: usual.broker.default(false),
  patronRequests: usual.patronRequests.default(false),
  secretInAddress: usual.secretInAddress.default(false),
  transitDays: usual.transitDays.default(5),
  lastResort: usual.lastResort.default(false),
  services: usual.services.default(['loan', 'copy']),
  countries: usual.countries.default([]),
  retrySeconds: usual.retrySeconds.default(RETRY_SECONDS),
  conditionsAs: usual.conditionsAs.default('retry'),
  messagesADay: usual.messagesADay.default(5000),
  paused: usual.paused.default(false),
});
export type PartnerTerms = z.infer<typeof partnerTermsSchema>;

/** A change of some fields; null removes a removable one. */
export const partnerChangeSchema = z
  .strictObject({ ...named, ...usual })
  .partial()
  .extend({
    accountId: optional.accountId.nullish(),
    postalAddress: optional.postalAddress.nullish(),
    loanCost: optional.loanCost.nullish(),
    copyCost: optional.copyCost.nullish(),
  });
export type PartnerChange = z.infer<typeof partnerChangeSchema>;

/** A partner as displayed: never a secret, only since when it has one. */
export const partnerSchema = z.strictObject({
  partnerId: z.string(),
  ...partnerTermsSchema.shape,
  createdAt: z.string(),
  secretSince: z.string(),
  /** Until when the previous secret is accepted as well. */
  oldSecretUntil: z.string().optional(),
  /** Since when our own secret for it is stored. */
  outboundSecretSince: z.string().optional(),
});
export type Partner = z.infer<typeof partnerSchema>;

/** Names of the local machine. */
const here: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * States the fault of an address; undefined without one. HTTPS only; plain HTTP to this machine when all of Concord
 * runs on it. Whether a name leads to a private address is checked when it is called.
 */
export const addressFault = (address: string, onThisMachine: boolean): string | undefined => {
  if (!URL.canParse(address)) return 'This is no address.';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'Credentials do not stand in the address.';
  if (url.hash !== '') return 'An address for messages has no part behind #.';
  if (url.protocol === 'https:') return undefined;
  if (url.protocol === 'http:' && onThisMachine && here.includes(url.hostname)) return undefined;
  return onThisMachine ? 'HTTPS, or HTTP to this machine.' : 'Partners are reached by HTTPS only.';
};

/** Completes a partner’s own symbol that may lack its type; undefined for another's symbol. */
export const ownSymbol = ({ symbols }: Pick<Partner, 'symbols'>, symbol: string): string | undefined =>
  symbols
    .map(({ type, value }) => [symbolText({ type, value }), value] as const)
    .find((names) => names.some((name) => symbolKey(name) === symbolKey(symbol)))?.[0];

/** Whether a symbol is a partner’s own, or it may represent others. */
export const maySpeakAs = (partner: Pick<Partner, 'broker' | 'symbols'>, symbol: string): boolean =>
  partner.broker || ownSymbol(partner, symbol) !== undefined;
