import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { AGREED } from './agreed.ts';
import { copyPdf } from './copy.ts';
import type { ArrivedFacts } from './facts.ts';
import type { MessageLog } from './log.ts';
import type { PartnerOptions } from './options.ts';
import { pageOf, REQUESTER_BUTTONS, SUPPLIER_BUTTONS } from './page.ts';
import type { Requester } from './requester.ts';
import type { Saying } from './scripts.ts';
import type { Supplier } from './supplier.ts';
import type { Wanted } from './writing.ts';

type Parts = {
  options: PartnerOptions;
  log: MessageLog;
  supplier: Supplier;
  requester: Requester;
  facts: ArrivedFacts;
};

const line = (longest: number) => z.string().trim().max(longest).optional();

/** The input of `POST /ask`, as a form or as JSON. `plays`: whether the simulated partner continues automatically. */
const askSchema = z.strictObject({
  title: z.string().trim().min(1).max(300),
  author: line(200),
  isbn: line(20),
  partTitle: line(300),
  pages: line(40),
  recordId: line(100),
  service: z.enum(['Loan', 'Copy', 'CopyOrLoan']).optional(),
  needBy: z.union([z.literal(''), z.iso.date()]).optional(),
  note: line(500),
  plays: z.union([z.boolean(), z.literal('yes')]).optional(),
});

/** The message that each button sends for the simulated partner. */
const saySchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('requester'), id: z.string(), action: z.enum(REQUESTER_BUTTONS) }),
  z.strictObject({ role: z.literal('supplier'), id: z.string(), action: z.enum(SUPPLIER_BUTTONS) }),
]);

// The additional data of a message that a person sends as supplier.
const MORE: Readonly<Partial<Record<Saying['status'], Partial<Saying>>>> = {
  Loaned: { dueInDays: 21, item: true },
  Unfilled: { reasonUnfilled: 'NotOnShelf' },
  CopyCompleted: { copy: true },
};

const searchParametersOf = ({ plays: _plays, ...given }: z.infer<typeof askSchema>): Wanted =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')) as Wanted;

const isJson = ({ headers }: IncomingMessage): boolean => headers['content-type']?.includes('json') === true;

const readInput = (request: IncomingMessage, body: Buffer): unknown => {
  const text = body.toString('utf8');
  if (!isJson(request)) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// Refuses forms of other origins: another page could otherwise press the buttons of a user's simulated partner.
const isOwn = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined || headers.origin === `http://${headers.host}`;

/** An HTTP response: its status, headers and body. */
export type Answered = { status: number; headers: Record<string, string>; body: string | Buffer };

const json = (status: number, value: unknown): Answered => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
const missing = json(404, { errors: ['Nothing here.'] });

/** The simulated partner's page, its buttons and its form, its copies, and its state for tests. */
export const desk = ({ options, log, supplier, requester, facts }: Parts) => {
  const done = (request: IncomingMessage, value: unknown): Answered =>
    isJson(request) ? json(200, value) : { status: 303, headers: { location: '/' }, body: '' };

  const refused = (error: z.ZodError): Answered =>
    json(400, { errors: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) });

  const ask = (request: IncomingMessage, body: Buffer): Answered => {
    const read = askSchema.safeParse(readInput(request, body));
    if (!read.success) return refused(read.error);
    // A form sends nothing for an unchecked box.
    const plays = read.data.plays === 'yes' || (read.data.plays ?? isJson(request)) === true;
    return done(request, { requestId: requester.ask(searchParametersOf(read.data), plays).requestId });
  };

  const say = (request: IncomingMessage, body: Buffer): Answered => {
    const read = saySchema.safeParse(readInput(request, body));
    if (!read.success) return refused(read.error);
    const press = read.data;
    const isKnown =
      press.role === 'supplier'
        ? supplier.say(press.id, { after: 0, status: press.action, ...MORE[press.action] })
        : press.action === 'Agree'
          ? requester.act(press.id, 'Notification', AGREED)
          : requester.act(press.id, press.action);
    return isKnown ? done(request, { done: press.action }) : missing;
  };

  const state = (counted: object): Answered =>
    json(200, {
      ...counted,
      askings: requester.all().map(({ sent: _sent, ...asking }) => asking),
      dealings: supplier
        .all()
        .map(({ about, title, keywords, status }) => ({ requestId: about.requestId, title, keywords, status })),
      messages: log.all(),
      facts: facts.all(),
    });

  const copy = (pathname: string): Answered => {
    const id = /^\/copies\/(s-\d+)\.pdf$/.exec(pathname)?.[1];
    const dealing = supplier.all().find(({ about }) => about.ourId === id);
    if (dealing === undefined) return missing;
    return { status: 200, headers: { 'content-type': 'application/pdf' }, body: copyPdf(dealing.title) };
  };

  const page = (): Answered => {
    const { symbol, concord, edition } = options;
    const shown = { symbol, concord, edition, askings: requester.all(), dealings: supplier.all() };
    const headers = { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' };
    return { status: 200, headers, body: pageOf({ ...shown, entries: log.all(), facts: facts.all() }) };
  };

  const posted = (request: IncomingMessage, pathname: string, body: Buffer): Answered => {
    if (!isOwn(request)) return json(403, { errors: ['Only its own page may do this.'] });
    if (pathname === '/ask') return ask(request, body);
    if (pathname === '/webhooks') {
      facts.take(String(request.headers['webhook-id']), body);
      return { status: 204, headers: {}, body: '' };
    }
    return pathname === '/say' ? say(request, body) : missing;
  };

  /** Returns the response to a request that is not a message. `counted` is added to the state. */
  return (request: IncomingMessage, pathname: string, body: Buffer, counted: object): Answered => {
    if (request.method === 'POST') return posted(request, pathname, body);
    if (pathname.startsWith('/copies/')) return copy(pathname);
    if (pathname === '/state') return state(counted);
    return pathname === '/' ? page() : missing;
  };
};
