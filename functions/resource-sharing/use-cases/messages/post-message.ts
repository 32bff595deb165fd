import { textStart } from '../../../../layers/kernel/text/text-start.ts';
import { type OutboundResult, post } from '../../../../layers/platform/http/outbound/post.ts';
import { confirmedBy, type ErrorData } from '../../../../layers/protocols/iso18626/confirm-message.ts';
import { readMessage } from '../../../../layers/protocols/iso18626/read-message.ts';
import { charsetOf } from '../../../../layers/protocols/iso18626/xml-encoding.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { MessagingDeps } from '../../deps.ts';

/**
 * The partner's reaction to a message: confirmed, or why not; `passes` when a retry may succeed, `untaken` when the
 * partner has certainly not accepted it.
 */
export type Posted = 'confirmed' | { error: string; passes: boolean; untaken?: true };

/** Limits of a partner's answer: ten seconds, and the size that we read of a message ourselves. */
const PATIENCE = { timeoutMs: 10_000, maxBytes: 256 * 1024 };
const PASSING: readonly string[] = ['timed-out', 'unreachable'];
const NEVER_TAKEN: readonly string[] = ['bad-url', 'address-refused', 'redirected'];
const LONGEST_ERROR = 500;

const plain = (text: string): string => textStart(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), LONGEST_ERROR);

const refusedText = (errors: readonly ErrorData[]): string => {
  const errorTexts = errors.map(({ errorType, errorValue }) =>
    errorValue ? `${errorType}: ${errorValue}` : errorType,
  );
  return plain(`The partner refuses the message. ${errorTexts.join('; ')}`);
};

/**
 * Reads a partner's answer to our message about the request of this number. Any 2xx with a readable confirmation is
 * accepted; an ERROR confirmation is final with any status but 5xx. An answer that is no confirmation (a proxy's page,
 * or none) is retried.
 */
export const readAnswer = (answer: OutboundResult, number: string): Posted => {
  if ('failed' in answer) {
    const { failed, detail } = answer;
    const untaken = NEVER_TAKEN.includes(failed) && { untaken: true as const };
    return { error: plain(`${failed}: ${detail}`), passes: PASSING.includes(failed), ...untaken };
  }
  const { status, contentType, body } = answer;
  const busy = status === 408 || status === 429 || status >= 500;
  const read = readMessage(body, { charset: charsetOf(contentType) });
  const confirmed = confirmedBy(read);
  const about =
    'message' in read && 'confirmationHeader' in read.message.body
      ? read.message.body.confirmationHeader.requestingAgencyRequestId
      : undefined;
  if (!busy && typeof confirmed === 'object')
    return { error: refusedText(confirmed.refused), passes: false, untaken: true };
  // Some peers write numbers in capitals.
  const reference = about?.trim().toLowerCase() ?? '';
  const ours = reference === '' || reference === number.trim().toLowerCase();
  if (status >= 200 && status < 300 && confirmed === 'received' && ours) return 'confirmed';
  const what = confirmed === 'received' ? 'a confirmation of another message' : contentType || 'nothing';
  const passes = busy || status < 400;
  return { error: plain(`Answered ${status} with ${what}.`), passes, ...(!passes && { untaken: true as const }) };
};

const signedIn = async (
  deps: MessagingDeps,
  { partnerId, outbound, outboundSecretSince: since }: StoredPartner,
  now: number,
): Promise<Record<string, string>> => {
  if (outbound.how === 'none' || outbound.how === 'message' || since === undefined) return {};
  const secret = (await deps.secrets.read(partnerId, since, now)) ?? '';
  if (outbound.how === 'header') return { [outbound.header.toLowerCase()]: secret };
  return { authorization: `Basic ${Buffer.from(`${outbound.username}:${secret}`).toString('base64')}` };
};

/** Posts a message to its partner with the partner's authentication. Never throws on the partner's errors. */
export const postMessage = async (
  deps: MessagingDeps,
  { partner, xml, number }: { partner: StoredPartner; xml: string; number: string },
  now: number,
): Promise<Posted> => {
  const headers = {
    'content-type': 'application/xml; charset=utf-8',
    accept: 'application/xml, text/xml',
    'user-agent': 'Concord (ISO 18626)',
    ...(await signedIn(deps, partner, now)),
  };
  return readAnswer(await post({ url: partner.address, body: xml, headers, ...PATIENCE }, deps.reach), number);
};
