import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { textStart } from '../../../../layers/kernel/text/text-start.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { CopyFormat } from './copy-file.ts';

/**
 * The state of a copy. `awaited`: an upload address was issued. `sent`: the supplier sent it, the requester has not
 * delivered it. `open`: its link works, for the patron or the requesting partner. `forgotten`: the file is deleted.
 */
export const DOCUMENT_STATES = ['awaited', 'sent', 'open', 'forgotten'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/**
 * A copy sent for a request: a file of ours, or (`url`) of a partner. It names libraries, never the patron, who is
 * known from its request. `link` is set when it is opened; `secretHash` is that of a partner's link.
 */
export type LoanDocument = {
  documentId: string;
  requestId: string;
  askId: string;
  requesterMember: string;
  supplierMember: string;
  state: DocumentState;
  title?: string;
  file?: { format: CopyFormat; bytes: number };
  url?: string;
  madeAt: string;
  sentAt?: string;
  link?: { openedAt: string; until: string; most: number; secretHash?: string };
  /** How often the link was used. */
  openings: number;
  /** When the file is deleted, with its location. */
  forgetAt: string;
  v: number;
};

/** How long a link lasts (days) and how often it may be used, as the consortium adopted it. */
export type LinkRule = { linkDays: number; openings: number };

/** Days after which an uploaded scan that was never sent is deleted. */
export const UNSENT_DAYS = 7;
/** Days after which an undelivered copy is deleted. */
export const UNDELIVERED_DAYS = 30;
/** The longest that a link may last, in days. */
export const MAX_LINK_DAYS = 60;
/** The maximum age of a copy's file in days: all three periods together. */
export const COPY_FILE_DAYS = UNSENT_DAYS + UNDELIVERED_DAYS + MAX_LINK_DAYS;
/** The maximum length of a title beside the link. */
const TITLE_LENGTH = 300;

const DAY_MS = 86_400_000;
const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();

/** Describes what the copy is of, by its citation; undefined when only the record does. */
export const citedTitle = (citation: Citation | undefined): string | undefined =>
  citation?.partTitle ?? citation?.title;

const about = ({ requestId, requesterMember }: LoanRequest, askId: string, supplierMember: string) => ({
  ...{ requestId, askId, requesterMember, supplierMember },
});

type Made = { documentId: string; askId: string; supplierMember: string; at: string; title?: string | undefined };

const made = (request: LoanRequest, { documentId, askId, supplierMember, at, title }: Made) => ({
  documentId,
  ...about(request, askId, supplierMember),
  ...(title !== undefined && { title: textStart(title, TITLE_LENGTH) }),
  madeAt: at,
  openings: 0,
  v: 1,
});

/** A scan that a supplier is about to upload. */
export const awaitedDocument = (
  request: LoanRequest,
  { file, ...more }: Made & { file: { format: CopyFormat; bytes: number } },
): LoanDocument => ({
  ...made(request, more),
  state: 'awaited',
  file,
  forgetAt: daysAfter(more.at, UNSENT_DAYS),
});

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');

/**
 * Builds a copy that a partner stores at an address: sent already, for staff to check and deliver. Undefined for an
 * address that is not of the web, because a browser might execute it.
 */
export const partnersDocument = (
  request: LoanRequest,
  { url, ...more }: Made & { url: string },
): LoanDocument | undefined =>
  ['https:', 'http:'].includes(protocolOf(url))
    ? { ...made(request, more), state: 'sent', url, sentAt: more.at, forgetAt: daysAfter(more.at, UNDELIVERED_DAYS) }
    : undefined;

/** Opens the copy: sets its link's end and number of uses. `secretHash` is of a partner's link. */
export const openedDocument = (
  document: LoanDocument,
  { linkDays, openings: most }: LinkRule,
  at: string,
  secretHash?: string,
): LoanDocument => {
  const until = daysAfter(at, linkDays);
  return {
    ...document,
    ...{ state: 'open', sentAt: document.sentAt ?? at, openings: 0, forgetAt: until },
    link: { openedAt: at, until, most, ...(secretHash !== undefined && { secretHash }) },
  };
};

/** Sends the copy: a member delivers it itself, a partner receives a link at once. */
export const sentDocument = (
  document: LoanDocument,
  rule: LinkRule,
  at: string,
  secretHash: string | undefined,
): LoanDocument =>
  isPartner(document.requesterMember)
    ? openedDocument(document, rule, at, secretHash)
    : { ...document, state: 'sent', sentAt: at, forgetAt: daysAfter(at, UNDELIVERED_DAYS) };

/** The reason why a link does not give the copy: it was never opened, or has expired, or its uses are exhausted. */
export type LinkRefusal = 'unknown-copy' | 'link-expired' | 'link-used-up';

/** Checks the link of a copy at an instant; undefined when it gives the copy. */
export const refuseOpening = ({ state, link, openings }: LoanDocument, at: string): LinkRefusal | undefined => {
  if (link === undefined) return 'unknown-copy';
  if (state !== 'open' || Date.parse(link.until) <= Date.parse(at)) return 'link-expired';
  return openings >= link.most ? 'link-used-up' : undefined;
};

/** Whether a partner's address may be passed on to a patron: only https. */
export const isSecureAddress = (url: string): boolean => protocolOf(url) === 'https:';
