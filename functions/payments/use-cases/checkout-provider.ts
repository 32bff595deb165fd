import * as z from 'zod';
import { type OutboundResult, post, type Reach, read } from '../../../layers/platform/http/outbound/post.ts';
import { formBody } from '../domain/form-body.ts';
import type { BalanceLine, PaymentProvider, ProviderFailure, ProviderSession } from '../domain/provider.ts';
import { fromProvider, toProvider } from '../domain/provider-amount.ts';
import { disputeFrom, rawDisputeSchema } from '../domain/provider-dispute.ts';
import { rawRefundSchema, refundFrom } from '../domain/provider-refund.ts';

/** The version of the provider's interface that this adapter was written for. */
const PROVIDER_VERSION = '2024-06-20';
/** The limits of an answer: a patron waits for it. */
const LIMITS = { timeoutMs: 6000, maxBytes: 2_000_000 };
const DAY_SECONDS = 86_400;

/** Where the account is, and its secret key. */
export type ProviderAccess = { address: string; key: string; reach: Reach };

const idOf = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish();
const sessionSchema = z.object({
  id: z.string(),
  url: z.string().nullish(),
  status: z.string(),
  payment_status: z.string(),
  payment_intent: idOf,
});
const errorSchema = z.object({ error: z.object({ code: z.string().optional(), type: z.string().optional() }) });
const sourceSchema = z
  .object({
    id: z.string().optional(),
    payment_intent: idOf,
    metadata: z.object({ payment: z.string().optional() }).nullish(),
  })
  .nullish()
  .catch(undefined);
const listOf = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), has_more: z.boolean() });
const balanceSchema = listOf(
  z.object({
    id: z.string(),
    type: z.string(),
    amount: z.number(),
    fee: z.number(),
    currency: z.string(),
    source: sourceSchema,
  }),
);
const payoutSchema = listOf(
  z.object({ id: z.string(), amount: z.number(), currency: z.string(), arrival_date: z.number(), status: z.string() }),
);

const sessionFrom = ({ id: sessionId, url, status, payment_status, payment_intent }: z.infer<typeof sessionSchema>) => {
  const state = payment_status === 'paid' ? 'paid' : status === 'complete' ? 'processing' : status;
  return {
    ...{ sessionId, state: state as ProviderSession['state'] },
    ...(url && { url }),
    ...(payment_intent && { intent: payment_intent }),
  } satisfies ProviderSession;
};

const kinds: Readonly<Record<string, BalanceLine['kind']>> = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund',
  adjustment: 'dispute',
};

const readAnswer = <T extends z.ZodType>(result: OutboundResult, schema: T): z.output<T> | ProviderFailure => {
  if ('failed' in result) return { failed: result.failed, later: ['timed-out', 'unreachable'].includes(result.failed) };
  const text = Buffer.from(result.body).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { failed: `no JSON (${result.status})`, later: result.status >= 500 };
  }
  if (result.status >= 200 && result.status < 300) {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : { failed: 'unknown answer', later: false };
  }
  const { error } = errorSchema.safeParse(value).data ?? { error: {} };
  // 409 is a repeated key whose first request is still at work.
  const later = result.status === 409 || result.status === 429 || result.status >= 500;
  const missing = result.status === 404;
  return { failed: error.code ?? error.type ?? String(result.status), later, missing };
};

/** Opens an account of the provider by Stripe's documented interface: forms over HTTPS, no software of the provider. */
export const checkoutProvider = ({ address, key, reach }: ProviderAccess): PaymentProvider => {
  const headers = { authorization: `Bearer ${key}`, 'stripe-version': PROVIDER_VERSION };
  const send = async <T extends z.ZodType>(
    path: string,
    { schema, once, fields = {} }: { schema: T; once?: string; fields?: Record<string, string | number> },
  ) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...(once && { 'idempotency-key': once }) };
    const request = { url: `${address}${path}`, body: formBody(fields), headers: { ...headers, ...form }, ...LIMITS };
    return readAnswer(await post(request, reach), schema);
  };
  const ask = async <T extends z.ZodType>(path: string, fields: Record<string, string | number>, schema: T) =>
    readAnswer(await read({ url: `${address}${path}?${formBody(fields)}`, headers, ...LIMITS }, reach), schema);
  /** Reads all pages of a list. */
  const askAll = async <T extends { id: string }>(
    path: string,
    fields: Record<string, string | number>,
    schema: z.ZodType<{ data: T[]; has_more: boolean }>,
  ): Promise<T[] | ProviderFailure> => {
    const all: T[] = [];
    for (;;) {
      const last = all.at(-1);
      const page = await ask(path, { ...fields, limit: 100, ...(last && { starting_after: last.id }) }, schema);
      if ('failed' in page) return page;
      all.push(...page.data);
      if (!page.has_more || page.data.length === 0) return all;
    }
  };
  const asSession = (answer: z.infer<typeof sessionSchema> | ProviderFailure) =>
    'failed' in answer ? answer : sessionFrom(answer);
  const session = async (sessionId: string) =>
    asSession(await ask(`/v1/checkout/sessions/${encodeURIComponent(sessionId)}`, {}, sessionSchema));
  return {
    openSession: async ({ paymentId, amount, currency, title, returnTo, expiresAt }) => {
      const units = toProvider(amount, currency);
      if (units === undefined) return { failed: 'amount', later: false };
      const item = 'line_items[0]';
      const fields = {
        ...{ mode: 'payment', client_reference_id: paymentId, success_url: returnTo, cancel_url: returnTo },
        ...{ expires_at: Math.floor(expiresAt / 1000), [`${item}[quantity]`]: 1 },
        [`${item}[price_data][currency]`]: currency.toLowerCase(),
        [`${item}[price_data][unit_amount]`]: units,
        [`${item}[price_data][product_data][name]`]: title,
        'metadata[payment]': paymentId,
        'payment_intent_data[metadata][payment]': paymentId,
      };
      return asSession(await send('/v1/checkout/sessions', { schema: sessionSchema, once: paymentId, fields }));
    },
    session,
    expireSession: async (sessionId) => {
      const path = `/v1/checkout/sessions/${encodeURIComponent(sessionId)}/expire`;
      const answer = asSession(await send(path, { schema: sessionSchema }));
      // Only an open session can be expired: another one says what it is.
      return 'failed' in answer && !answer.later ? session(sessionId) : answer;
    },
    refund: async ({ refundId, intent, amount, currency }) => {
      const fields = {
        ...{ payment_intent: intent, amount: toProvider(amount, currency) ?? amount },
        'metadata[refund]': refundId,
      };
      const answer = await send('/v1/refunds', { schema: rawRefundSchema, once: refundId, fields });
      return 'failed' in answer ? answer : refundFrom(answer);
    },
    refundsOf: async (intent) => {
      const answer = await askAll('/v1/refunds', { payment_intent: intent }, listOf(rawRefundSchema));
      return 'failed' in answer ? answer : answer.map(refundFrom);
    },
    dispute: async (disputeId) => {
      const answer = await ask(`/v1/disputes/${encodeURIComponent(disputeId)}`, {}, rawDisputeSchema);
      return 'failed' in answer ? answer : disputeFrom(answer);
    },
    paymentOf: async (intent) => {
      const schema = z.object({ metadata: z.object({ payment: z.string().optional() }).nullish() });
      const answer = await ask(`/v1/payment_intents/${encodeURIComponent(intent)}`, {}, schema);
      return 'failed' in answer ? answer : { paymentId: answer.metadata?.payment };
    },
    payouts: async (since) => {
      const fields = { status: 'paid', 'arrival_date[gte]': Math.floor(since / 1000) - DAY_SECONDS };
      const answer = await askAll('/v1/payouts', fields, payoutSchema);
      if ('failed' in answer) return answer;
      return answer.map(({ id: payoutId, amount, currency, arrival_date }) => ({
        ...{ payoutId, amount: fromProvider(amount, currency), currency: currency.toUpperCase() },
        arrivesOn: new Date(arrival_date * 1000).toISOString().slice(0, 10),
      }));
    },
    balanceOf: async (payoutId) => {
      const answer = await askAll(
        '/v1/balance_transactions',
        { payout: payoutId, 'expand[]': 'data.source' },
        balanceSchema,
      );
      if ('failed' in answer) return answer;
      return answer.flatMap(({ type, amount, fee, currency, source }): BalanceLine[] => {
        if (type === 'payout') return [];
        const [intent, paymentId] = [source?.payment_intent, source?.metadata?.payment];
        return [
          {
            ...{
              kind: kinds[type] ?? 'other',
              amount: fromProvider(amount, currency),
              fee: fromProvider(fee, currency),
            },
            ...(source?.id && { source: source.id }),
            ...(intent && { intent }),
            ...(paymentId && { paymentId }),
          },
        ];
      });
    },
  };
};
