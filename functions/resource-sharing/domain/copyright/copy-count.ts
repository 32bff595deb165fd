import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import type { LoanRequest } from '../requests/request.ts';
import { hasEnded } from '../workflow/workflow.ts';
import type { CopyrightRules } from './copyright-policy.ts';
import { isArticle, periodicalKey, publishedWithin } from './periodical.ts';
import { isPartOfWork, mayBeProtected, workKey } from './work.ts';

/** What a record of a copy says of the article; never for whom it was. */
export type CopiedArticle = Pick<Citation, 'title' | 'issn' | 'partTitle' | 'date' | 'volume' | 'issue' | 'pages'>;

/**
 * A copy that counts: at the member that asks for it, in the calendar year in which it asks, for the periodical, or the other
 * work (`periodical` is then its key) out of which it is.
 * `keptUntil` (ISO instant) is the end of the last whole calendar year for which its record is kept.
 */
export type CountedCopy = {
  requestId: string;
  memberId: string;
  year: string;
  periodical: string;
  requestedOn: string;
  retainedUntil: string;
  article: CopiedArticle;
};

const FIELDS = ['title', 'issn', 'partTitle', 'date', 'volume', 'issue', 'pages'] as const;
const articleOf = (citation: Citation): CopiedArticle =>
  Object.fromEntries(FIELDS.flatMap((name) => (citation[name] === undefined ? [] : [[name, citation[name]]])));

// A day more: the member's year may end up to twelve hours after the one in UTC.
const endOfYear = (year: string, more: number): string => `${Number(year) + more + 1}-01-02T00:00:00.000Z`;

/** Of which periodical or other work a copy counts, if it does. */
const countedFor = (citation: Citation, rules: CopyrightRules, on: string): string | undefined => {
  if (isArticle(citation)) {
    return publishedWithin(citation.date, rules.lastYears, on) ? periodicalKey(citation) : undefined;
  }
  return isPartOfWork(citation) && mayBeProtected(citation.date, on) ? workKey(citation) : undefined;
};

/**
 * The copy that a request is counted as, or undefined: a loan, a whole, an article older than the guidelines reach (of
 * which they want no record either, CONTU 4), a partner's request (which counts at the partner), a country without such
 * rules. `on` is the member's local day of asking.
 * CONTU 1(a): articles published within five years prior to the date of the request, five a calendar year and periodical;
 * 1(b): of or from any other work five a calendar year, for as long as it is protected.
 */
export const copyToCount = (
  request: Pick<LoanRequest, 'requestId' | 'kind' | 'service' | 'requesterMember' | 'citation'>,
  rules: CopyrightRules,
  on: string,
): CountedCopy | undefined => {
  const { requestId, kind, service, requesterMember: memberId, citation } = request;
  if (rules.rules === 'none' || kind === 'outside-supply' || service === 'loan') return undefined;
  const periodical = citation && countedFor(citation, rules, on);
  if (citation === undefined || periodical === undefined) return undefined;
  const year = on.slice(0, 4);
  const retainedUntil = endOfYear(year, rules.keepYears);
  const article = articleOf(citation);
  return { requestId, memberId, year, periodical, requestedOn: on, retainedUntil, article };
};

/** What became of a copy that was asked for. */
export type CopyFate = 'filled' | 'not-filled';

/**
 * What a step makes of the copy that its request is counted as: filled when a copy arrived and was handed on; not filled
 * when the request ends otherwise, also by a loan of the whole. Undefined as long as the request goes on.
 */
export const copyFate = (before: LoanRequest, after: LoanRequest): CopyFate | undefined => {
  if (hasEnded(before) || !hasEnded(after)) return undefined;
  return before.state === 'copy-received' && after.state === 'completed' ? 'filled' : 'not-filled';
};
