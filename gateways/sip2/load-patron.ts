import type { PatronStatus } from './answers.ts';
import { statusAnswer } from './answers.ts';
import type { Called } from './concord-api.ts';
import { type Exchange, fieldOf } from './exchange.ts';

/** Loads the status of the request's card (AA), with its account when the PIN (AD) is right. */
export const loadPatron = async (exchange: Exchange): Promise<Called<PatronStatus>> => {
  const { api, terminal } = exchange;
  const pin = fieldOf(exchange, 'AD');
  const body = {
    branchId: terminal.branchId,
    patron: fieldOf(exchange, 'AA') ?? '',
    ...(pin !== undefined && { pin }),
  };
  if (body.patron === '') return { refused: [{ code: 'unknown-patron', detail: '' }] };
  return api.call(terminal.client, { method: 'POST', path: '/v1/circulation/patron-statuses', body }, statusAnswer);
};

/** Loads the account of a patron for an act that needs the PIN: a card alone does not open it. */
export const loadAccount = async (exchange: Exchange): Promise<Called<NonNullable<PatronStatus['own']>>> => {
  const patron = await loadPatron(exchange);
  if (!('ok' in patron)) return patron;
  const { own } = patron.ok;
  return own ? { ok: own } : { refused: [{ code: 'wrong-pin', detail: '' }] };
};
