import { symbolText } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import type { IsoMessage } from '../../../../layers/protocols/iso18626/schemas.ts';
import { patronPseudonym } from '../../../circulation/public/patron-pseudonym.ts';
import type { Branch } from '../../../membership/public/branch.ts';
import { CONSORTIUM } from '../../data/library-symbol-store.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { MessagingDeps } from '../../deps.ts';
import type { Parties } from '../../domain/iso18626/writing.ts';
import type { Ask, LoanRequest } from '../../domain/requests/request.ts';
import type { Side } from '../../domain/workflow/triggers.ts';
import { citationFor } from '../resolve-wanted.ts';

/** A message to be written: its ask and request, our sending side, and the recipient. */
export type Draft = { request: LoanRequest; ask: Ask; from: Side; partner: StoredPartner };

const linesOf = ({ name, address }: Branch): string[] =>
  [name, ...address.split(/[\n,]/).map((line) => line.trim())].filter(Boolean);

/** The delivery address: the pickup branch for what we borrow, the owning branch for what we lent. */
const placeOf = async (
  deps: MessagingDeps,
  { request, ask, from }: Draft,
  now: number,
): Promise<Branch | undefined> => {
  if (from === 'requester') return deps.branches.known(request.pickupBranch, now);
  const itemId = request.itemId ?? ask.itemId;
  const item = itemId === undefined ? undefined : await deps.items.get(itemId);
  return item && deps.branches.known(item.branchId, now);
};

const accountOf = async (
  deps: MessagingDeps,
  { partnerId, outbound, outboundSecretSince: since }: StoredPartner,
  now: number,
): Promise<Pick<Parties, 'account'>> => {
  if (outbound.how !== 'message' || since === undefined) return {};
  const securityCode = await deps.secrets.read(partnerId, since, now);
  return { account: { accountId: outbound.accountId, ...(securityCode !== undefined && { securityCode }) } };
};

/** A stored message with the credentials that are not stored with it. */
export const signedFor = async (
  deps: MessagingDeps,
  message: IsoMessage,
  partner: StoredPartner,
  now: number,
): Promise<IsoMessage> => {
  const { account } = await accountOf(deps, partner, now);
  if (account === undefined) return message;
  if (message.kind === 'request') {
    const header = { ...message.body.header, requestingAgencyAuthentication: account };
    return { kind: message.kind, body: { ...message.body, header } };
  }
  if (message.kind !== 'requestingAgencyMessage') return message;
  const header = { ...message.body.header, requestingAgencyAuthentication: account };
  return { kind: message.kind, body: { ...message.body, header } };
};

const citationOf = async (
  deps: MessagingDeps,
  { request, from }: Draft,
  now: number,
): Promise<Pick<Parties, 'citation'>> => {
  if (from === 'supplier' || request.citation !== undefined) return {};
  const citation = await citationFor(deps, request, now);
  return citation ? { citation } : {};
};

/** The patron reference (which identifies nobody) and the copyright statement of a request. */
const requestDetails = async (
  deps: MessagingDeps,
  { request, from, partner }: Draft,
  now: number,
): Promise<Pick<Parties, 'patronPseudonym' | 'copyrightCompliance'>> => {
  if (from === 'supplier') return {};
  const copyrightCompliance = await deps.copyright.statement(request, (await deps.sharing(now)).copyright);
  const { patron, requestId } = request;
  const { partnerId } = partner;
  return {
    ...(patron && { patronPseudonym: patronPseudonym(patron.patronId, { partnerId, requestId }) }),
    ...(copyrightCompliance !== undefined && { copyrightCompliance }),
  };
};

/** The symbol by which the partner knows our library: that of the consortium when a member has none. */
const ourSymbol = async (deps: MessagingDeps, member: string, { knowsUsAs }: StoredPartner) => {
  const own = knowsUsAs === 'member' ? await deps.symbols.get(member) : undefined;
  return own ?? (await deps.symbols.get(CONSORTIUM));
};

/** Finds the sender and the recipient of a message. Undefined when we have no symbol to write under. */
export const partiesOf = async (deps: MessagingDeps, letter: Draft, now: number): Promise<Parties | undefined> => {
  const { request, ask, from, partner } = letter;
  const member = from === 'requester' ? request.requesterMember : ask.supplierMember;
  const [ours, own, library, place, account, citation, symbol] = await Promise.all([
    ourSymbol(deps, member, partner),
    deps.symbols.get(member),
    deps.members.get(member),
    placeOf(deps, letter, now),
    accountOf(deps, partner, now),
    citationOf(deps, letter, now),
    requestDetails(deps, letter, now),
  ]);
  const [theirs] = partner.symbols;
  if (ours === undefined || theirs === undefined) return undefined;
  const sendCopyTo = (own ?? ours).sendCopiesTo;
  return {
    ...{ ours: symbolText(ours.symbol), theirs: symbolText(theirs), ...account, ...citation, ...symbol },
    ...(library && { name: library.name }),
    ...(place && { deliverTo: linesOf(place) }),
    ...(sendCopyTo !== undefined && { sendCopyTo }),
    ...(partner.conditionsAs === 'promise' && { promisesConditions: true as const }),
  };
};
