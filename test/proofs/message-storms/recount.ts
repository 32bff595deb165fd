import { createHash } from 'node:crypto';
import type { Ask, Step } from '../../../functions/resource-sharing/domain/requests/request.ts';
import { isNote } from '../../../functions/resource-sharing/domain/workflow/notes.ts';
import { arrowsOf, hasEnded } from '../../../functions/resource-sharing/domain/workflow/workflow.ts';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { readMessage } from '../../../layers/protocols/iso18626/read-message.ts';
import { recounted } from '../../builders/recount.ts';
import { scanAll } from '../../builders/scan-all.ts';
import type { RequestRows, Row } from './row.ts';
import { itemFaults } from './whereabouts.ts';
import { FEES, type World } from './world.ts';

/** The whole table by entity, and its requests. */
export const readAll = async (world: World): Promise<{ of: (entity: string) => Row[]; requests: RequestRows[] }> => {
  const rows = await scanAll(world.table.name);
  const of = (entity: string): Row[] => rows.filter((row) => row.entity === entity);
  const inOrder = (entity: string, pk: unknown): Row[] =>
    of(entity)
      .filter((row) => row.pk === pk)
      .toSorted((one, other) => (String(one.sk) < String(other.sk) ? -1 : 1));
  const requests = of('loanRequest').map((head) => ({
    head: head as unknown as RequestRows['head'],
    asks: inOrder('loanRequestAsk', head.pk) as unknown as Ask[],
    steps: inOrder('loanRequestStep', head.pk).map(({ step }) => step as Step),
  }));
  return { of, requests };
};

type All = Awaited<ReturnType<typeof readAll>>;

const isArrow = ({ side, from, trigger, to }: Step): boolean =>
  arrowsOf(side).some((arrow) => arrow.from === from && arrow.trigger === trigger && arrow.to === to);

/** No step is applied twice or outside the table: each begins where the previous one ended. At most one ask is open. */
const stepFaults = ({ head, asks, steps }: RequestRows): string[] => {
  const found: string[] = [];
  const fault = (what: string) => found.push(`${head.requestId}: ${what}`);
  if (asks.filter(({ closedAt }) => closedAt === undefined).length > 1) fault('more than one ask is open');
  if (head.steps !== steps.length) fault(`${steps.length} steps are kept, ${head.steps} counted`);
  const ours = (side: string, askId?: string): boolean =>
    !isPartner(
      side === 'requester' ? head.requesterMember : (asks.find((one) => one.askId === askId)?.supplierMember ?? ''),
    );
  let state = 'requested';
  const states = new Map(asks.map(({ askId }) => [askId, 'request-received']));
  for (const step of steps) {
    const { side, askId = '', trigger, from, to } = step;
    if (!isArrow(step)) fault(`no arrow ${side} ${from} -${trigger}-> ${to}`);
    const before = side === 'requester' ? state : states.get(askId);
    // Messages to and from a partner move its side without a step.
    if (ours(side, askId) && before !== from) fault(`${trigger} begins at ${from}, the step before ended at ${before}`);
    if (side === 'requester') state = to;
    else states.set(askId, to);
  }
  if (ours('requester') && state !== head.state) fault(`is ${head.state}, its last step led to ${state}`);
  for (const { askId, supplierState } of asks)
    if (ours('supplier', askId) && states.get(askId) !== supplierState)
      fault(`${askId} is ${supplierState}, its last step led to ${states.get(askId)}`);
  return found;
};

/** A lost message is implied by the next one that only such a sender can send: that it shipped, that it will supply. */
const saysBesides = (step: Step, next: Step | undefined): boolean =>
  (step.trigger === 'loaned' || step.trigger === 'will-supply') &&
  next !== undefined &&
  next.trigger !== step.trigger &&
  next.at === step.at &&
  next.askId === step.askId;

/** An act of a partner counts once per message, one of staff once per key. */
const effectFaults = (world: World, { head, steps }: RequestRows, { of }: All): string[] => {
  const { requestId } = head;
  const inRows = of('partnerMessage').filter((row) => row.requestId === requestId && row.direction === 'in');
  const applied = inRows.filter(({ state }) => state === 'applied').length;
  const byPartner = steps.filter(({ by }) => by.kind === 'partner');
  // A note in a message is read in addition, also in a message that does not fit the state.
  const noted = byPartner.filter(({ trigger }) => isNote(trigger)).length;
  const statements = byPartner.filter(({ trigger }) => !isNote(trigger));
  const applicable = statements.filter((step, i) => !saysBesides(step, statements[i + 1])).length;
  const byPerson = steps.filter(({ by }) => by.kind === 'staff' || by.kind === 'patron');
  // Between members one step moves both sides: the act belongs to the side whose staff take the step.
  const acts = Map.groupBy(byPerson, ({ trigger }) => trigger);
  const over = [...acts].filter(([trigger, done]) => {
    const keys = world.tried.filter((one) => one.what === `${trigger} of ${requestId}` && (one.done || one.died));
    const mayBe = world.tried.some(({ what }) => what === `${trigger} of ${requestId}`) || keys.length > 0;
    return mayBe && done.length > keys.length;
  });
  return [
    ...(applicable > applied ? [`${requestId}: ${applicable} steps by ${applied} messages of partners`] : []),
    ...(noted > inRows.length ? [`${requestId}: ${noted} notes in ${inRows.length} messages of partners`] : []),
    ...over.map(([trigger, done]) => `I6 ${requestId}: ${trigger} was done ${done.length} times, by fewer keys`),
    ...steps
      .filter(
        ({ by }) =>
          by.kind === 'partner' && !inRows.some(({ partnerId }) => partnerId === (by as { member: string }).member),
      )
      .map(({ trigger }) => `${requestId}: ${trigger} was done by a partner that said nothing`),
  ];
};

const original = (messageId: unknown): string => String(messageId).split('~')[0] ?? '';

/** Each message to a partner is in the log once, numbered without a gap, later ones never earlier (I10). */
const outFaults = ({ head, asks }: RequestRows, { of }: All): string[] => {
  const rows = of('partnerMessage').filter(
    ({ requestId, direction }) => requestId === head.requestId && direction === 'out',
  );
  const sayings = asks.flatMap((ask) =>
    (['requester', 'supplier'] as const).flatMap((from) => {
      const other = from === 'requester' ? ask.supplierMember : head.requesterMember;
      return isPartner(other) ? [{ askId: ask.askId, from, sent: ask.sent[from] }] : [];
    }),
  );
  const expected = sayings.flatMap(({ askId, from, sent }) =>
    Array.from({ length: sent }, (_, i) => `${askId}.${from}.${String(i + 1).padStart(4, '0')}`),
  );
  const stored = rows.filter(({ message }) => message !== undefined);
  const firsts = stored
    .filter(({ messageId }) => original(messageId) === messageId)
    .map(({ messageId }) => String(messageId));
  const open = stored.filter(({ state }) => state !== 'resent').map(({ messageId }) => original(messageId));
  const found = [
    ...(firsts.toSorted().join() === expected.toSorted().join()
      ? []
      : [`says ${expected.join()}, the log has ${firsts.join()}`]),
    ...(new Set(open).size === open.length ? [] : ['a message stands twice in the log']),
    ...sayings.flatMap(({ askId, from }) => {
      const times = expected
        .filter((id) => id.startsWith(`${askId}.${from}.`))
        .map((id) => String(stored.find(({ messageId }) => messageId === id)?.at));
      return times.some((at, i) => i > 0 && at < (times[i - 1] ?? ''))
        ? [`I10: the numbers of ${askId} do not rise`]
        : [];
    }),
  ];
  return found.map((what) => `${head.requestId}: ${what}`);
};

const hashOf = (kind: string, xml: string): string =>
  createHash('sha256').update(kind).update('\0').update(Buffer.from(xml)).update('\0').digest('base64url');

/** Each confirmed message is in the log once, and nothing else is. */
const inFaults = (world: World, { of }: All): string[] => {
  const wanted = new Set(
    world.confirmed.map(({ partner, xml }) => {
      const read = readMessage(Buffer.from(xml));
      return `${world.partners[partner]?.partnerId} ${hashOf('message' in read ? read.message.kind : '', xml)}`;
    }),
  );
  // A repeated question is stored as such, to be answered again, and changes nothing.
  const stored = of('partnerMessage').flatMap(({ direction, partnerId, hash, again }) =>
    direction === 'in' && again !== true ? [`${partnerId} ${hash}`] : [],
  );
  return stored.toSorted().join() === [...wanted].toSorted().join()
    ? []
    : [`${wanted.size} messages were confirmed, ${stored.length} are kept (${new Set(stored).size} of them different)`];
};

const CHARGED: Record<string, string> = {
  ...{ ship: 'loan', loaned: 'loan', 'supply-copy': 'copy', 'copy-supplied': 'copy' },
  ...{ 'declare-lost': 'replacement', 'closed-without-return': 'replacement' },
  ...{ 'accept-claim': 'damage', 'claim-accepted': 'damage' },
};

/**
 * The charges that the steps of a request require, and those that they allow: a partner's message alone books nothing above the
 * maximum. It creates a claim instead, which is charged when staff accept it.
 */
const chargesOf = ({ head, asks, steps }: RequestRows): { must: string[]; may: string[] } => {
  const charged = { must: [] as string[], may: [] as string[] };
  const claims = head.claims ?? [];
  for (const { trigger, askId } of steps) {
    const charge = CHARGED[trigger];
    if (!charge) continue;
    const ask = asks.find((one) => one.askId === askId);
    const byPartner = isPartner(ask?.supplierMember ?? '');
    const mayBeSpent = head.maxCost !== undefined || ask?.offer?.agreed === true;
    // A loss is only claimed; and nothing is owed without a maximum.
    if (byPartner && charge !== 'damage' && (charge === 'replacement' || !mayBeSpent)) continue;
    const claimed = byPartner && claims.some((claim) => claim.askId === askId && claim.charge === `${charge}-claim`);
    charged[claimed ? 'may' : 'must'].push(`ill-${head.requestId}-${askId}-${charge}`);
  }
  const accepted = claims.filter(({ decided, cost }) => decided === 'accepted' && cost !== undefined);
  for (const { askId, charge } of accepted) charged.must.push(`ill-${head.requestId}-${askId}-${charge}`);
  return charged;
};

/** Each ask is charged once for its acts, and the accounts with partners are the sum of that. */
const chargeFaults = (requests: readonly RequestRows[], { of }: All): string[] => {
  const all = requests.map(chargesOf);
  const must = new Set(all.flatMap((one) => one.must));
  const may = new Set(all.flatMap((one) => one.may));
  const entries = of('ledgerEntry');
  const ids = entries
    .map(({ entryId }) => String(entryId))
    .filter((id) => id.startsWith('ill-') && !id.endsWith('-refund'));
  const missing = [...must].filter((id) => !ids.includes(id));
  const surplus = ids.filter((id) => !must.has(id) && !may.has(id));
  const found = [...missing.map((id) => `not charged: ${id}`), ...surplus.map((id) => `charged for nothing: ${id}`)];
  if (new Set(ids).size !== ids.length) found.push('an ask is charged twice');
  const loans = entries.filter(({ kind, memo }) => kind === 'ill-loan-charged' && memo === 'loan');
  const wrong = loans.filter(
    ({ lines }) => ![FEES.loan, 200, 900].includes((lines as { amount: number }[])[0]?.amount ?? 0),
  );
  return [
    ...found,
    ...wrong.map(({ entryId, lines }) => `${entryId} is ${JSON.stringify(lines)}`),
    ...accountFaults(entries, of('partnerAccount')),
  ];
};

const accountFaults = (entries: readonly Row[], accounts: readonly Row[]): string[] => {
  const sums = new Map<string, number>();
  for (const { partner, currency, lines } of entries as { partner?: string; currency: string; lines: Line[] }[])
    for (const { account, member, side, amount } of lines) {
      const name = { 'due-to-partners': 'owes', 'due-from-partners': 'owed' }[account];
      const rises = account === 'due-to-partners' ? 'credit' : 'debit';
      if (!name || !partner) continue;
      const place = `${member} ${partner} ${name} ${currency}`;
      sums.set(place, (sums.get(place) ?? 0) + (side === rises ? amount : -amount));
    }
  const stored = accounts.flatMap((row) =>
    Object.entries(row).flatMap(([name, sum]) =>
      /^owe[sd] [A-Z]{3}$/.test(name) ? [`${row.memberId} ${row.partnerId} ${name} = ${sum}`] : [],
    ),
  );
  const counted = [...sums].map(([place, sum]) => `${place} = ${sum}`);
  return stored.toSorted().join() === counted.toSorted().join()
    ? []
    : [`accounts ${stored.join()}; entries come to ${counted.join()}`];
};
type Line = { account: string; member: string; side: string; amount: number };

/** Each execution has ended with its request, or waits for events on its current state with a running timer (I10). */
const machineFaults = (world: World, requests: readonly RequestRows[]): string[] =>
  requests.flatMap(({ head, asks, steps }) => {
    const { requestId, v } = head;
    if (hasEnded({ ...head, asks })) return [];
    const running = world.around.executions.filter((one) => one.requestId === requestId && !one.ended);
    if (running.length !== 1) return [`I10 ${requestId} (${head.state}): ${running.length} executions run for it`];
    const [one] = running;
    if (one === undefined || one.due) return [];
    // Notes outside the workflow concern no execution: they leave state and timers unchanged.
    const unreported = steps.slice(-Math.max(1, v - (one.v ?? 0)));
    if (one.v !== v && !unreported.every(({ trigger }) => isNote(trigger)))
      return [`I10 ${requestId} (${head.state}): nobody told its execution, which waits at ${one.v} of ${v}`];
    return one.until !== undefined && one.until > world.now() ? [] : [`I10 ${requestId}: no timer is armed`];
  });

/** The state after which no message is in transit. */
const restFaults = ({ of }: All): string[] =>
  of('partnerMessage')
    .filter(({ state }) => state === 'to-send' || state === 'to-decide')
    .map(({ requestId, messageId, state }) => `${requestId}: ${messageId} is still ${state}`);

/** Checks the whole table, read anew, against every rule. `atRest`: nothing is in transit any more. Returns the violations. */
export const recount = async (world: World, atRest: boolean): Promise<string[]> => {
  const all = await readAll(world);
  const { requests } = all;
  const { counter, counted, faults } = await recounted(world.table);
  const wrong = Object.keys(counter).filter((patronId) => counter[patronId] !== counted[patronId]);
  return [
    ...faults,
    ...wrong.map((patronId) => `${patronId} has ${counted[patronId]} holds, counted ${counter[patronId]}`),
    ...requests.flatMap(stepFaults),
    ...requests.flatMap((one) => effectFaults(world, one, all)),
    ...requests.flatMap((one) => outFaults(one, all)),
    ...inFaults(world, all),
    ...chargeFaults(requests, all),
    ...(atRest
      ? [...machineFaults(world, requests), ...restFaults(all), ...itemFaults(requests, all.of('item'), all.of('hold'))]
      : []),
    ...(world.around.queue('relay-poison').length > 0 ? ['a change could not be relayed'] : []),
  ];
};
