import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenHere } from '../listen-here.ts';
import { type EventOptions, eventSender } from './events.ts';
import { providerLedger } from './ledger.ts';
import { dashboard, payPage } from './page.ts';
import { checkParameters, Refusal } from './requests.ts';
import { openState } from './state.ts';

/** The options of the stand-in: its port (0 for any free one), the secret key of requests, where it sends events, its file, if any, and the most rows of a page. */
export type ProviderOptions = EventOptions & { port: number; key: string; file?: string; pageSize?: number };

type Answer = { status: number; body: unknown; location?: string };
const MAX_BODY = 65_536;
const SUPPORTED = '2024-06-20';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > MAX_BODY) throw new Refusal(413, 'too_large', 'Too large.');
  }
  return text;
};

/** Starts a stand-in of the payment provider on 127.0.0.1: its interface, its hosted page and its dashboard. */
export const startProvider = async (options: ProviderOptions) => {
  const { state, save } = openState(options.file);
  const events = eventSender(options);
  let base = '';
  const ledger = providerLedger(state, events, () => base);

  const reads = (path: string, query: URLSearchParams): unknown => {
    const [, kind = '', id = ''] = /^\/v1\/(checkout\/sessions|payment_intents|disputes)\/([^/]+)$/.exec(path) ?? [];
    if (kind === 'checkout/sessions') return ledger.session(id);
    if (kind === 'payment_intents') return ledger.intent(id);
    if (kind === 'disputes') return ledger.disputeOf(id);
    const list = (rows: readonly { id: string }[]) => {
      const after = query.get('starting_after');
      const from = after === null ? 0 : rows.findIndex((row) => row.id === after) + 1;
      const to = from + Math.min(Number(query.get('limit') ?? 10), options.pageSize ?? 100);
      return { object: 'list', data: rows.slice(from, to), has_more: to < rows.length };
    };
    if (path === '/v1/payouts') return list(state.payouts);
    if (path === '/v1/refunds')
      return list(state.refunds.filter((refund) => refund.payment_intent === query.get('payment_intent')));
    if (path === '/v1/balance_transactions')
      return list(state.balance.filter(({ payout }) => payout === query.get('payout')));
    throw new Refusal(404, 'resource_missing', `Unrecognized request URL (GET: ${path}).`);
  };

  const writes = (path: string, form: URLSearchParams): unknown => {
    checkParameters(path, form);
    if (path === '/v1/checkout/sessions') return ledger.createSession(form);
    if (path === '/v1/refunds') return ledger.refundForm(form);
    return ledger.expire(path.split('/')[4] ?? '');
  };

  /** Answers a request once for its Idempotency-Key, and refuses the key for another request. */
  const once = (request: IncomingMessage, path: string, text: string): Answer => {
    const key = request.headers['idempotency-key'];
    const known = typeof key === 'string' ? state.keys[key] : undefined;
    const asked = `${path}?${text}`;
    if (known && known.request !== asked)
      throw new Refusal(
        400,
        'idempotency_error',
        'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      );
    if (known) return known;
    const made = { status: 200, body: structuredClone(writes(path, new URLSearchParams(text))) };
    if (typeof key === 'string') state.keys[key] = { request: asked, ...made };
    return made;
  };

  const api = (request: IncomingMessage, url: URL, text: string): Answer => {
    if (request.headers.authorization !== `Bearer ${options.key}`)
      throw new Refusal(401, 'api_key_invalid', 'Invalid API Key provided.');
    const version = request.headers['stripe-version'];
    if (version !== undefined && version !== SUPPORTED)
      throw new Refusal(400, 'invalid_version', 'Invalid API version.');
    return request.method === 'POST'
      ? once(request, url.pathname, text)
      : { status: 200, body: reads(url.pathname, url.searchParams) };
  };

  const people = (request: IncomingMessage, path: string, form: URLSearchParams): Answer => {
    const [, area = '', name = ''] = path.split('/');
    if (area === 'pay') {
      const session = ledger.session(name);
      const { success_url: location } = session;
      if (request.method !== 'POST') return { status: 200, body: payPage(session, false) };
      return ledger.pay(name, form.get('card') ?? '')
        ? { status: 303, body: '', location }
        : { status: 402, body: payPage(session, true) };
    }
    const id = form.get('id') ?? '';
    if (area === 'do' && request.method === 'POST') {
      if (name === 'payout') ledger.payOut();
      if (name === 'refund') ledger.refundForm(new URLSearchParams({ payment_intent: id }));
      if (name === 'won' || name === 'lost') ledger.closeDispute(id, name);
      return { status: 303, body: '', location: '/' };
    }
    if (path === '/state') return { status: 200, body: { ...state, keys: undefined, events: events.sent } };
    if (path === '/') return { status: 200, body: dashboard(state, events.sent) };
    throw new Refusal(404, 'resource_missing', 'There is nothing here.');
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '/', base);
    try {
      const text = await bodyOf(request);
      if (url.pathname.startsWith('/v1/')) return api(request, url, text);
      return people(request, url.pathname, new URLSearchParams(text));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, code, message } = error;
      const type = code === 'idempotency_error' ? code : 'invalid_request_error';
      return { status, body: { error: { type, code, message } } };
    } finally {
      save();
    }
  };

  const send = (response: ServerResponse, { status, body, location }: Answer): void => {
    const isText = typeof body === 'string';
    const type = isText ? 'text/html; charset=utf-8' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...(location && { location }) });
    response.end(isText ? body : JSON.stringify(body));
  };
  const { server, base: here } = await listenHere(options.port, async (request, response) =>
    send(response, await answer(request)),
  );
  base = here;
  return {
    base,
    state,
    events: events.sent,
    pay: ledger.pay,
    openLink: ledger.openLink,
    payOut: ledger.payOut,
    refund: ledger.refund,
    endRefund: ledger.endRefund,
    dispute: ledger.dispute,
    closeDispute: ledger.closeDispute,
    stop: (): Promise<void> => {
      events.stop();
      server.closeAllConnections();
      return new Promise((stopped) => server.close(() => stopped()));
    },
  };
};
