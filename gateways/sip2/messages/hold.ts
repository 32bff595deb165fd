import { readSipDate, sipDate } from '../../../layers/protocols/sip2/dates.ts';
import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import { holdResponse, type OwnAccount } from '../answers.ts';
import { askOnce } from '../ask-once.ts';
import { failureFields, institution, responseDate } from '../common-fields.ts';
import type { Called, Reason } from '../concord-api.ts';
import { type Exchange, fieldOf } from '../exchange.ts';
import type { Write } from '../last-writes.ts';
import { loadItem } from '../load-item.ts';
import { loadAccount } from '../load-patron.ts';

type Hold = OwnAccount['holds'][number];
const refuse = (code: string): { refused: readonly Reason[] } => ({ refused: [{ code, detail: '' }] });

/** Returns the record of the request: AJ names it, or it is that of the item in the hand (AB). */
const recordOf = async (exchange: Exchange): Promise<Called<string>> => {
  const titleId = fieldOf(exchange, 'AJ');
  if (titleId !== undefined) return { ok: titleId };
  const item = await loadItem(exchange, fieldOf(exchange, 'AB') ?? '');
  if (!('ok' in item)) return item;
  return item.ok.recordId === undefined ? refuse('unknown-item') : { ok: item.ok.recordId };
};

/** The path and the body of each hold mode: place (+), cancel (-), change the pickup branch (*). */
const askedFor = (exchange: Exchange, recordId: string, { holds }: OwnAccount): Write | undefined => {
  const { branchId } = exchange.terminal;
  const pickupBranch = fieldOf(exchange, 'BS') ?? branchId;
  if (exchange.request.fixed.holdMode === '+') {
    const expires = readSipDate(fieldOf(exchange, 'BW') ?? '', exchange.terminal.options.timeZone);
    const neededUntil = expires === undefined ? {} : { neededUntil: new Date(expires).toISOString().slice(0, 10) };
    const body = {
      recordId,
      pickupBranch,
      branchId,
      patron: fieldOf(exchange, 'AA') ?? '',
      wait: true,
      ...neededUntil,
    };
    return { path: '/v1/circulation/holds', body };
  }
  const hold = holds.find((one) => one.recordId === recordId);
  if (!hold) return undefined;
  const path = `/v1/circulation/records/${encodeURIComponent(recordId)}/holds/${encodeURIComponent(hold.holdId)}`;
  return exchange.request.fixed.holdMode === '-'
    ? { path: `${path}/cancellation`, body: { branchId } }
    : { path: `${path}/pickup`, body: { branchId, pickupBranch } };
};

const writeOf = async (exchange: Exchange): Promise<Called<Write>> => {
  if (!/[-+*]/.test(exchange.request.fixed.holdMode ?? '')) return refuse('not-supported');
  const account = await loadAccount(exchange);
  if (!('ok' in account)) return account;
  const record = await recordOf(exchange);
  if (!('ok' in record)) return record;
  const asked = askedFor(exchange, record.ok, account.ok);
  return asked ? { ok: asked } : refuse('unknown-hold');
};

const carryOut = async (exchange: Exchange): Promise<Called<Hold>> => {
  const held = await askOnce(exchange, () => writeOf(exchange), holdResponse);
  return 'ok' in held ? { ok: held.ok.hold } : held;
};

/** Answers Hold (15) with 16. It needs the PIN: a hold shows what somebody reads. */
export const answerHold = async (exchange: Exchange): Promise<SipResponse> => {
  const held = await carryOut(exchange);
  const fields: SipField[] = [
    institution(exchange),
    ['AA', fieldOf(exchange, 'AA') ?? ''],
    ['AB', fieldOf(exchange, 'AB')],
  ];
  const fixed = (ok: boolean, available: boolean) =>
    `16${ok ? '1' : '0'}${available ? 'Y' : 'N'}${responseDate(exchange)}`;
  if (!('ok' in held)) return { fixed: fixed(false, false), fields: [...fields, ...failureFields(exchange, held)] };
  const { recordId, title, pickupBranch, place, state, shelfExpiresAt } = held.ok;
  const until =
    shelfExpiresAt === undefined ? undefined : sipDate(Date.parse(shelfExpiresAt), exchange.terminal.options.timeZone);
  return {
    fixed: fixed(true, state === 'on-shelf'),
    fields: [...fields, ['AJ', title ?? recordId], ['BS', pickupBranch], ['BR', place], ['BW', until]],
  };
};
