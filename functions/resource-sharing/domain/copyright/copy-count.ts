import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import type { LoanRequest } from '../requests/request.ts';
import { hasEnded } from '../workflow/workflow.ts';
import type { CopyrightRules } from './copyright-policy.ts';
import { isArticle, periodicalKey, publishedWithin } from './periodical.ts';
import { isPartOfWork, mayBeProtected, workKey } from './work.ts';

/** The details of the article in the record of a copy; never the patron. */
export type CopiedArticle = Pick<Citation, 'title' | 'issn' | 'partTitle' | 'date' | 'volume' | 'issue' | 'pages'>;

/**
 * A counted copy: of the requesting member, in the calendar year of the request, for the periodical, or the other work
 * (`periodical` is then its key). `retainedUntil` (ISO instant) is the end of the last whole calendar year of its
 * retention.
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

/** The periodical or other work that a copy counts for, if any. */
const countedFor = (citation: Citation, rules: CopyrightRules, on: string): string | undefined => {
  if (isArticle(citation)) {
    return publishedWithin(citation.date, rules.lastYears, on) ? periodicalKey(citation) : undefined;
  }
  return isPartOfWork(citation) && mayBeProtected(citation.date, on) ? workKey(citation) : undefined;
};

/**
 * Returns the copy by which a request counts; undefined for a loan, a whole, an article older than the guidelines cover
 * (which need no record either, CONTU 4), a partner's request (which counts at the partner), and a country without such
 * rules. `on` is the member's local day of the request. CONTU 1(a): articles published within five years prior to the
 * date of the request, five per calendar year and periodical; 1(b): five per calendar year of any other work, while it
 * is protected.
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

/** The outcome of a counted copy. */
export type CopyFate = 'filled' | 'not-filled';

/**
 * Returns the outcome of a step for the request's counted copy: filled when a copy arrived and was delivered; not
 * filled when the request ends otherwise, also by a loan of the whole. Undefined while the request is open.
 */
export const copyFate = (before: LoanRequest, after: LoanRequest): CopyFate | undefined => {
  if (hasEnded(before) || !hasEnded(after)) return undefined;
  return before.state === 'copy-received' && after.state === 'completed' ? 'filled' : 'not-filled';
};
