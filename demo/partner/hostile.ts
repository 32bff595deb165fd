import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { ScriptClock } from './clock.ts';

/** The input of a hostile path: the response to write, the confirmations of a correct peer, and this server. */
export type Trap = {
  response: ServerResponse;
  confirmed: string;
  refused: string;
  base: string;
  clock: ScriptClock;
};

const XML = { 'content-type': 'application/xml' };
const MIB = 1024 * 1024;
/** The maximum size of the largest response, when the client does not hang up earlier. */
const HUGE_MIB = 64;
const ZIPPED_MIB = 50;

const drip = ({ response, clock }: Trap): void => {
  response.writeHead(200, XML);
  const next = (): void => {
    if (response.destroyed) return;
    response.write(' ');
    clock.after(1, next);
  };
  next();
};

const pour = ({ response }: Trap): void => {
  response.writeHead(200, XML);
  const part = Buffer.alloc(MIB, 'x');
  let poured = 0;
  const more = (): void => {
    while (!response.destroyed && poured < HUGE_MIB) {
      poured += 1;
      if (!response.write(part)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
};

const withDoctype = (subset: string, entity: string): string =>
  `<?xml version="1.0"?><!DOCTYPE ISO18626Message [${subset}]><ISO18626Message><requestConfirmation><confirmationHeader>
   <messageStatus>${entity}</messageStatus></confirmationHeader></requestConfirmation></ISO18626Message>`;

const bomb = (): string => {
  const levels = [...'bcdefghij'].map((name, i) => {
    const inner = `&${String.fromCharCode(97 + i)};`;
    return `<!ENTITY ${name} "${inner.repeat(10)}">`;
  });
  return withDoctype(['<!ENTITY a "lol">', ...levels].join(''), '&j;');
};

const answer =
  (status: number, headers: Record<string, string>, body: (trap: Trap) => string | Buffer) => (trap: Trap) => {
    trap.response.writeHead(status, headers).end(body(trap));
  };

/** Returns how a hostile or broken partner responds, by the posted path; for tests of senders. */
export const HOSTILE: Readonly<Record<string, { shows: string; answers: (trap: Trap) => void }>> = {
  '/slow': { shows: 'answers immediately, with one blank a second without end', answers: drip },
  '/mute': { shows: 'accepts the message and never answers', answers: () => undefined },
  '/dead': { shows: 'hangs up without an answer', answers: ({ response }) => response.destroy() },
  '/huge': { shows: `answers with ${HUGE_MIB} MiB`, answers: pour },
  '/gzip': {
    shows: `answers with ${ZIPPED_MIB} MiB in a few compressed bytes`,
    answers: answer(200, { ...XML, 'content-encoding': 'gzip' }, () => gzipSync(Buffer.alloc(ZIPPED_MIB * MIB, 'x'))),
  },
  '/redirect': {
    shows: 'sends the message elsewhere (307); requests that follow are counted in /state',
    answers: (trap) => answer(307, { location: `${trap.base}/followed` }, () => '')(trap),
  },
  '/xxe': {
    shows: 'refers to a file and an address by an external entity; requests for it are counted in /state',
    answers: answer(200, XML, ({ base }) =>
      withDoctype(`<!ENTITY % f SYSTEM "${base}/followed"> %f; <!ENTITY x SYSTEM "file:///etc/passwd">`, '&x;'),
    ),
  },
  '/bomb': { shows: 'answers with entities that grow to a billion', answers: answer(200, XML, bomb) },
  '/html': {
    shows: 'answers with a page, as a proxy in between does',
    answers: answer(200, { 'content-type': 'text/html' }, () => '<!doctype html><h1>Welcome</h1>'),
  },
  '/201': { shows: 'confirms with status 201', answers: answer(201, XML, ({ confirmed }) => confirmed) },
  '/503': { shows: 'is unavailable (503)', answers: answer(503, { 'content-type': 'text/plain' }, () => 'later') },
  '/error': { shows: 'confirms with ERROR', answers: answer(200, XML, ({ refused }) => refused) },
};
