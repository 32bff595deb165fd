import { hrefOf } from './read-feed.ts';
import { relations } from './relations.ts';
import type { OpdsLink, Publication } from './values.ts';

/** How a title can be had: `unlimited` has no copies to count; `waiting` is the number of holds, where the feed has one. */
export type TitleAvailability = {
  state: 'available' | 'unlimited' | 'waiting';
  copies?: number;
  free?: number;
  waiting?: number;
};

/** A title in a patron's account at the vendor. `position`: the place in the queue. */
export type PatronTitle = {
  identifier: string;
  title: string;
  is: 'loan' | 'waiting' | 'ready';
  until?: string;
  position?: number;
  read?: string;
  borrow?: string;
  revoke?: string;
};

const lendingLink = (links: readonly OpdsLink[]): OpdsLink | undefined =>
  links.find(({ rel }) => rel.includes(relations.borrow)) ??
  links.find(({ rel }) => rel.includes(relations.acquisition) || rel.includes(relations.openAccess));

/** Returns how a publication can be had, by the properties of its link for borrowing. Undefined when it is not lent at all. */
export const availabilityOf = ({ links }: Pick<Publication, 'links'>): TitleAvailability | undefined => {
  const link = lendingLink(links);
  if (!link) return undefined;
  const { availability, copies, holds } = link.properties;
  const counts = {
    ...(copies?.total !== undefined && { copies: copies.total }),
    ...(copies?.available !== undefined && { free: Math.min(copies.available, copies.total ?? copies.available) }),
    ...(holds?.total !== undefined && { waiting: holds.total }),
  };
  if (availability === undefined || availability.state === 'available' || availability.state === 'ready')
    return { state: copies?.total === undefined ? 'unlimited' : 'available', ...counts };
  return { state: 'waiting', ...counts };
};

/**
 * Returns whether a copy waits for the patron. Palace writes `reserved` for this too: then there is no place in the queue and no time since
 * when the patron waits, only until when the copy waits.
 */
const isReady = ({ availability, holds }: OpdsLink['properties']): boolean => {
  if (availability?.state !== 'reserved') return availability?.state === 'ready';
  const says = availability.until !== undefined || holds?.total !== undefined;
  return says && availability.since === undefined && holds?.position === undefined;
};

const instantOf = (text: string | undefined): string | undefined => {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/**
 * Returns what a publication of a patron's loans is to the patron. Takes the address of its document, for relative links. Undefined when it
 * is neither a loan nor a hold.
 */
export const patronTitleOf = ({ metadata, links }: Publication, base: string): PatronTitle | undefined => {
  const { identifier, title } = metadata;
  if (identifier === undefined) return undefined;
  const borrow = links.find(({ rel }) => rel.includes(relations.borrow));
  const opened = links.find(({ rel }) => rel.includes(relations.acquisition));
  const revoke = hrefOf(links, relations.revoke, base);
  const borrowAt = hrefOf(links, relations.borrow, base);
  // What a browser opens without an app: other formats need the vendor's app.
  const reader = links.filter(
    ({ rel, type }) => rel.includes(relations.acquisition) && /^text\/html/i.test(type ?? ''),
  );
  const read = hrefOf(reader, relations.acquisition, base);
  const common = { identifier, title, ...(revoke !== undefined && { revoke }) };
  const state = borrow?.properties.availability?.state;
  if (borrow && (state === 'reserved' || state === 'ready')) {
    const { availability, holds } = borrow.properties;
    const until = instantOf(availability?.until);
    const rest = { ...(until && { until }), ...(borrowAt !== undefined && { borrow: borrowAt }) };
    if (isReady(borrow.properties)) return { ...common, is: 'ready', ...rest };
    return { ...common, is: 'waiting', ...rest, ...(holds?.position !== undefined && { position: holds.position }) };
  }
  if (!opened) return undefined;
  const until = instantOf(opened.properties.availability?.until);
  return { ...common, is: 'loan', ...(until && { until }), ...(read !== undefined && { read }) };
};
