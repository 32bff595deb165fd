import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { type Grant, holds } from '../../../../layers/kernel/identity/roles.ts';
import { type CursorPage, mapRows, type PageRequest } from '../../../../layers/platform/dynamodb/cursor.ts';
import { type Actor, staffOf } from '../../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { PartnerMessage } from '../../data/partner-message-rows.ts';
import type { MessageLogDeps } from '../../deps.ts';
import { membersOf } from '../../domain/requests/members-of-staff.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import type { ViewerRole } from '../../domain/requests/views.ts';
import type { MessageView } from '../../schemas/messages.ts';
import { viewerRoleOf } from '../request-role.ts';
import { messageView } from './message-view.ts';

type Page = CursorPage<MessageView> | 'bad-cursor';
type Reader = { grants: readonly Grant[] };

/**
 * Whether staff may read a message: staff of the consortium, or interlibrary loan staff of the member that it concerns.
 */
export const mayReadMessage = ({ grants }: Reader, { member }: Pick<PartnerMessage, 'member'>): boolean =>
  holds(grants, 'admin', { scope: 'consortium' }) || membersOf(grants, ['ill']).includes(member);

const messagesOf = async (
  { messages }: Pick<MessageLogDeps, 'messages'>,
  { request, viewer, reader }: { request: LoanRequest; viewer: ViewerRole; reader: Reader },
  query: PageRequest,
): Promise<Page> => {
  // A member that was asked before a partner may not read the messages to that partner.
  const hasPart = viewer.as === 'requester' || isPartner(request.requesterMember);
  if (!hasPart) return { rows: [] };
  const withXml = reader.grants.some(({ role }) => role === 'ill');
  return mapRows(await messages.ofRequest(request.requestId, query), (row) => messageView(row, withXml));
};

type Input = { actor: Actor | undefined; requestId: string; query: PageRequest };

/** Lists a page of the messages about a request for staff of a library that has part in it, oldest first; with XML for interlibrary loan staff. */
export const listMessages = async (deps: MessageLogDeps, { actor, requestId, query }: Input) => {
  const request = (await deps.requests.load(requestId))?.request;
  const viewer = request && viewerRoleOf(request, actor);
  if (!request || !viewer) return refuse('unknown-request', 'There is no such request.');
  const page = await messagesOf(deps, { request, viewer, reader: staffOf(actor) }, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ messages: page.rows, ...(page.next && { next: page.next }) });
};

/** Lists a page of a partner's messages that the viewer may read, newest first; or only those that failed. */
export const listPartnerMessages = async (
  { messages }: Pick<MessageLogDeps, 'messages'>,
  reader: Reader,
  { partnerId, ...query }: PageRequest & { partnerId: string; failed: boolean },
): Promise<Page> => {
  const page = await messages.ofPartner(partnerId, query);
  if (page === 'bad-cursor') return page;
  const rows = page.rows.filter((row) => mayReadMessage(reader, row));
  return { ...page, rows: rows.map((row) => messageView(row, true)) };
};
