import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { CopyFormat } from './copy-file.ts';

/**
 * How far a copy is. `awaited`: an address to upload it was given. `sent`: the supplier sent it, the requester has not
 * handed it on. `open`: its link works, for the patron or for the partner outside who asked. `forgotten`: the file is gone.
 */
export const DOCUMENT_STATES = ['awaited', 'sent', 'open', 'forgotten'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/**
 * A copy that was sent for a request: a file of ours, or (`url`) where a partner has put it. It names libraries, never the
 * patron: whose it is, its request says. `link` holds from the moment it is open; `secretHash` is that of a partner's link.
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
  /** When the file is deleted for good, with what is known of where it is. */
  forgetAt: string;
  v: number;
};

/** How long a link lasts (days) and how often it may be used, as the consortium adopted it. */
export type LinkRule = { linkDays: number; openings: number };

/** Days after which a scan that was uploaded and never sent is forgotten. */
export const UNSENT_DAYS = 7;
/** Days after which a copy that nobody handed on is forgotten. */
export const UNDELIVERED_DAYS = 30;
/** The longest that a link may last, in days. */
export const MAX_LINK_DAYS = 60;
/** No file of a copy is ever older than so many days: all three together. */
export const COPY_FILE_DAYS = UNSENT_DAYS + UNDELIVERED_DAYS + MAX_LINK_DAYS;
/** Titles are shown beside the link; more of one than this helps nobody. */
const TITLE_LENGTH = 300;

const DAY_MS = 86_400_000;
const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();

/** What the copy is of, in the words of the citation; undefined where only the record tells. */
export const citedTitle = (citation: Citation | undefined): string | undefined =>
  citation?.partTitle ?? citation?.title;

const about = ({ requestId, requesterMember }: LoanRequest, askId: string, supplierMember: string) => ({
  ...{ requestId, askId, requesterMember, supplierMember },
});

type Made = { documentId: string; askId: string; supplierMember: string; at: string; title?: string | undefined };

const made = (request: LoanRequest, { documentId, askId, supplierMember, at, title }: Made) => ({
  documentId,
  ...about(request, askId, supplierMember),
  ...(title !== undefined && { title: title.slice(0, TITLE_LENGTH) }),
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
 * A copy that a partner has put somewhere and told us where: sent already, for staff to look at and hand on. Nothing when the
 * address is none of the web: what else a text can begin with, a browser may run.
 */
export const partnersDocument = (
  request: LoanRequest,
  { url, ...more }: Made & { url: string },
): LoanDocument | undefined =>
  ['https:', 'http:'].includes(protocolOf(url))
    ? { ...made(request, more), state: 'sent', url, sentAt: more.at, forgetAt: daysAfter(more.at, UNDELIVERED_DAYS) }
    : undefined;

/** The copy opened: until when and how often its link may be used. `secretHash` is of a link for a partner. */
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

/** The copy when its supplier sends it: a member hands it on itself, a partner outside is given a link at once. */
export const sentDocument = (
  document: LoanDocument,
  rule: LinkRule,
  at: string,
  secretHash: string | undefined,
): LoanDocument =>
  isPartner(document.requesterMember)
    ? openedDocument(document, rule, at, secretHash)
    : { ...document, state: 'sent', sentAt: at, forgetAt: daysAfter(at, UNDELIVERED_DAYS) };

/** Why a link does not give the copy: it was never opened, or its time or its openings are over. */
export type LinkRefusal = 'unknown-copy' | 'link-expired' | 'link-used-up';

/** What speaks against using the link of a copy at an instant; nothing when it gives the copy. */
export const refuseOpening = ({ state, link, openings }: LoanDocument, at: string): LinkRefusal | undefined => {
  if (link === undefined) return 'unknown-copy';
  if (state !== 'open' || Date.parse(link.until) <= Date.parse(at)) return 'link-expired';
  return openings >= link.most ? 'link-used-up' : undefined;
};

/** Whether an address that a partner gave may be handed on to a patron: nothing but https. */
export const isSecureAddress = (url: string): boolean => protocolOf(url) === 'https:';
