import type { LoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import {
  MESSAGES,
  type MessageName,
  type Side,
  TRIGGERS,
  type Trigger,
} from '../../../functions/resource-sharing/domain/workflow/triggers.ts';
import { arrowsOf, hasEnded } from '../../../functions/resource-sharing/domain/workflow/workflow.ts';
import type { Act, Twist } from './act.ts';
import { type HeaderIds, requesterWords, requesterXml, requestXml, supplierWords, supplierXml } from './letters.ts';
import type { Letter, World } from './world.ts';

/** Returns an entry of a list, by any number. */
export const chosen = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

/** The acts that lead to a loan and its return: chosen more often, so that storms reach that point. */
const ONWARD: readonly string[] = [
  ...['will-supply', 'loaned', 'renewed', 'cancel-refused', 'received', 'shipped-return', 'completed'],
  ...['accept', 'ship', 'agree-terms', 'receive', 'lend', 'renew', 'accept-renewal', 'return', 'ship-back', 'check-in'],
];

/** A list in which these acts occur three times. */
export const preferring = <T>(all: readonly T[], nameOf: (one: T) => string): T[] =>
  all.flatMap((one) => (ONWARD.includes(nameOf(one)) ? [one, one, one] : [one]));

/** A request; the next open one, if any, when the act must make sense. */
export const requestAt = async (world: World, at: number, open = false): Promise<LoanRequest | undefined> => {
  const all = world.known();
  let found: LoanRequest | undefined;
  for (let i = 0; i < all.length; i += 1) {
    found = await world.load(chosen(all, at + i) ?? '');
    if (!open || (found && !hasEnded(found))) break;
  }
  return found;
};

/** The possible acts of a person, or a message, at a side of a request in its state. */
export const openTo = (request: LoanRequest, side: Side, source: 'person' | 'message'): Trigger[] => {
  const state = side === 'requester' ? request.state : request.asks.at(-1)?.supplierState;
  return arrowsOf(side).flatMap(({ from, trigger }) =>
    from === state && TRIGGERS[trigger].source === source ? [trigger] : [],
  );
};

/** A message that the other side accepts now; any message when there is none, or when it may be arbitrary. */
const wordFor = (
  request: LoanRequest,
  side: Side,
  words: readonly MessageName[],
  act: { sensible: boolean; word: number },
): MessageName | number => {
  if (!act.sensible) return chosen(words, act.word) ?? act.word;
  const open: readonly string[] = openTo(request, side, 'message');
  const fitting = words.filter((name) => open.includes(MESSAGES[name].trigger));
  return (
    chosen(
      preferring(fitting, (name) => MESSAGES[name].trigger),
      act.word,
    ) ?? act.word
  );
};

type Speaking = { partner: number; pick: number; twist: Twist; late: boolean };

/** The sender and the ids of a message; a wrong one names another's agency or request, or is sent by another. */
const headOf = (
  world: World,
  { partner: who, pick: at, twist }: Speaking,
  head: { number: string; ours: string; as: Side },
): { by: number; ids: HeaderIds } => {
  const by = twist === 'other-sender' ? 1 - who : who;
  const symbolOf = (one: number): string => world.partners[one]?.symbol.value ?? '';
  const theirs = symbolOf(twist === 'other-agency' ? 1 - who : who);
  const others = world.known().filter((one) => one !== head.number);
  const number =
    { 'other-request': chosen(others, at) ?? 'NONE', 'no-request': 'NONE' }[twist as string] ?? head.number;
  const [supplier, requester] = head.as === 'supplier' ? [theirs, head.ours] : [head.ours, theirs];
  return { by, ids: { supplier, requester, number, time: world.instant() } };
};

/** Delivers a message to the endpoint, and records it. */
export const bring = async (world: World, letter: Letter): Promise<void> => {
  world.brought.push(letter);
  if (await world.bring(letter)) world.confirmed.push(letter);
};

const send = async (world: World, letter: Letter, late: boolean): Promise<void> => {
  if (late) world.late.push(letter);
  else await bring(world, letter);
};

const later = (world: World): string => `${new Date(world.now() + 25 * 86_400_000).toISOString().slice(0, 19)}Z`;

/** Sends a message of a library outside as supplier, with correct or wrong ids. */
export const supplierSays = async (world: World, act: Extract<Act, { what: 'supplier' }>): Promise<void> => {
  const request = await requestAt(world, act.pick, act.sensible);
  if (!request) return;
  const asked = request.asks.findLast(({ closedAt }) => closedAt === undefined)?.supplierMember;
  const known = world.partners.findIndex(({ partnerId }) => partnerId === asked);
  // A former supplier sends messages as well as the current one.
  const who = act.sensible && known >= 0 ? known : act.partner;
  const head = { number: request.requestId, ours: 'US-CEDAR', as: 'supplier' as const };
  const { by, ids } = headOf(world, { ...act, partner: who }, head);
  const word = wordFor(request, 'requester', supplierWords, act);
  const own = act.word % 3 === 0 ? `S-${act.word}` : undefined;
  await send(world, { partner: by, xml: supplierXml(ids, word, later(world), own) }, act.late);
};

/** The same as a requester, about its request. */
export const requesterSays = async (world: World, act: Extract<Act, { what: 'requester' }>): Promise<void> => {
  const all = await Promise.all(world.known().map(world.load));
  const theirs = all.filter((one) => one?.kind === 'outside-supply');
  const request = chosen(theirs, act.pick);
  if (!request?.partner) return;
  const who = world.partners.findIndex(({ partnerId }) => partnerId === request.requesterMember);
  const head = { number: request.partner.requestId, ours: 'US-ASH', as: 'requester' as const };
  const { by, ids } = headOf(world, { ...act, partner: act.sensible ? who : act.partner }, head);
  await send(
    world,
    { partner: by, xml: requesterXml(ids, wordFor(request, 'supplier', requesterWords, act)) },
    act.late,
  );
};

/** Requests a copy of ash, new or repeated. */
export const partnerAsks = async (world: World, act: Extract<Act, { what: 'request' }>): Promise<void> => {
  const { type, service, maxCost, toAll } = act;
  const number = `N-${act.partner}-${act.pick % 2}`;
  const head = { number, ours: toAll ? 'US-CONSORTIUM' : 'US-ASH', as: 'requester' as const };
  const { by, ids } = headOf(world, { ...act, twist: act.twist === 'other-request' ? 'none' : act.twist }, head);
  const previous = type === 'Retry' && act.word % 2 === 0 ? { previous: `N-${act.partner}-${(act.pick + 1) % 2}` } : {};
  const fields = { recordId: world.copy.recordId ?? '', type, service, ...(maxCost && { maxCost }), ...previous };
  await send(world, { partner: by, xml: requestXml(ids, fields) }, act.late);
};

/**
 * Both partners request copies of ash, and one has shipped a requested item: so a storm starts with requests of theirs, and an
 * item in transit.
 */
export const firstAsked = async (world: World): Promise<void> => {
  for (const [who, copy] of [world.copy, world.other].entries()) {
    const ids = { supplier: 'US-ASH', requester: world.partners[who]?.symbol.value ?? '', number: `N-${who}-first` };
    const fields = { recordId: copy.recordId ?? '', type: 'New', service: 'Loan' };
    await bring(world, { partner: who, xml: requestXml({ ...ids, time: world.instant() }, fields) });
  }
  const [supplier = '', number = ''] = [world.partners[0]?.symbol.value, world.requests[0]];
  const ids = { supplier, requester: 'US-CEDAR', number, time: world.instant() };
  await bring(world, { partner: 0, xml: supplierXml(ids, 'Loaned', later(world)) });
  await world.relay();
  await world.carry({ how: 'once' });
};
