import type { SipRequest } from '../../layers/protocols/sip2/read-request.ts';
import type { Client, ConcordApi } from './concord-api.ts';
import type { Journal } from './journal.ts';
import type { LastWrites } from './last-writes.ts';
import type { Settings, TerminalOptions } from './settings.ts';

/** A terminal that has signed in: its machine client, the place to which the client is bound, and the terminal's options. */
export type Terminal = { client: Client; branchId: string; memberId: string; options: TerminalOptions };

/** What the program gives to every session. `now` returns epoch ms. */
export type Gateway = {
  settings: Settings;
  api: ConcordApi;
  journal: Journal;
  writes: LastWrites;
  now: () => number;
};

/** One request of a signed-in terminal. `key` identifies it: a repeated request has the same, so that it is carried out once. */
export type Exchange = Gateway & { request: SipRequest; terminal: Terminal; key: string };

/** Returns a variable-length field of a request; undefined when it is absent or empty. */
export const fieldOf = ({ request }: Pick<Exchange, 'request'>, code: string): string | undefined =>
  request.fields.get(code) || undefined;
