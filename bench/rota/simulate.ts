import {
  currentAsk,
  nextSourcingTrigger,
  nextSupplier,
} from '../../functions/resource-sharing/domain/requests/request.ts';
import { candidateHistory } from '../../functions/resource-sharing/domain/rota/lending-balance.ts';
import type { Candidate } from '../../functions/resource-sharing/domain/rota/rota-factors.ts';
import { defaultSharingPolicy } from '../../functions/resource-sharing/domain/sharing-policy.ts';
import type { UnfilledReason } from '../../functions/resource-sharing/domain/workflow/unfilled-reasons.ts';
import { applyTo, type Case, type Counters, placeCase } from './case.ts';
import { type Clock, newClock } from './clock.ts';
import type { Demand, LocalLoan } from './demand.ts';
import { type Library, spanOf } from './libraries.ts';
import type { Asked, Policy } from './policies.ts';
import { logNormal } from './random.ts';
import { fullShelves, type Shelves } from './shelves.ts';
import { handedOver, type Way } from './ways.ts';
import type { RotaWorld } from './world.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** How far ahead the workflow reads a supplier's opening. */
const DAYS_AHEAD = 14;

/** The result of a run: every request in its last state, and the members' counters. */
export type Simulated = { cases: Case[]; counters: Counters; ends: number };

type Run = {
  world: RotaWorld;
  policy: Policy;
  clock: Clock;
  shelves: Shelves;
  byMember: ReadonlyMap<string, Library>;
  cases: Case[];
  counters: Counters;
};

const iso = (at: number): string => new Date(at).toISOString();

const wayOf = ({ world }: Run, from: number, to: number): Way => {
  const way = world.ways[from]?.[to];
  if (!way) throw new RangeError(`no way from ${from} to ${to}`);
  return way;
};

const candidateOf = (
  { counters, shelves }: Run,
  library: Library,
  holding: number,
  way: Way,
  at: number,
): Candidate => {
  const { parcels: _, ...terms } = way;
  const { member, lends, timeline } = library;
  const opens = timeline.opens(at);
  return {
    ...{ member, lends, ...terms },
    availableCopies: shelves.known(holding),
    openMinutesNextDay: timeline.openMinutesNextDay(at),
    ...(opens > at && { closedUntil: iso(opens) }),
    ...candidateHistory(counters.get(member) ?? {}),
  };
};

const askedFor = (run: Run, { at, requester, title, needBy }: Demand, libraries: readonly Library[]): Asked => {
  const { holdings } = run.world;
  const found = (holdings.ofTitle[title] ?? []).flatMap((holding) => {
    const library = libraries[holdings.library[holding] ?? -1];
    if (!library) return [];
    return [{ library, candidate: candidateOf(run, library, holding, wayOf(run, library.index, requester), at) }];
  });
  return {
    requester,
    suppliers: found.map(({ library }) => library.index),
    candidates: found.map(({ candidate }) => candidate),
    need: { requesterMember: libraries[requester]?.member ?? '', at: iso(at), needBy: iso(needBy) },
  };
};

/** Schedules the copy's arrival, its time with the patron, and its return. */
const arrive = (run: Run, one: Case, supplier: Library, holding: number, at: number): void => {
  applyTo(one, run.counters, at, 'receive', { side: 'requester' });
  one.received = at;
  const { keepDays, handlingDays } = run.world.parameters;
  const [shortest = 0, longest = 0] = keepDays;
  const duration = shortest + (longest - shortest) * run.world.chance('kept', one.index);
  const home = wayOf(run, one.demand.requester, supplier.index).transitDays;
  const left = at + (duration + handlingDays) * DAY;
  run.clock.set(handedOver(run.world.parameters, left, home), () => run.shelves.putBack(holding));
};

const ship = (run: Run, one: Case, supplier: Library, holding: number, at: number): void => {
  const { parameters, chance, libraries } = run.world;
  const askId = currentAsk(one.loan)?.askId ?? '';
  const loan = { itemId: `itm-${holding}`, barcode: `bar-${holding}`, due: iso(at + 60 * DAY) };
  if (!applyTo(one, run.counters, at, 'ship', { side: 'supplier', askId, ...loan })) {
    run.shelves.putBack(holding);
    return;
  }
  const { transitDays, parcels } = wayOf(run, supplier.index, one.demand.requester);
  one.parcels += parcels;
  const late =
    chance('late', one.index, supplier.index) < parameters.courier.lateShare ? parameters.courier.lateDays : 0;
  const there = handedOver(parameters, at, transitDays + late);
  const received = libraries[one.demand.requester]?.timeline.opens(there) ?? there;
  run.clock.set(received, (then) => arrive(run, one, supplier, holding, then));
};

/** Returns what staff find at the shelf; nothing when the copy is there and is lent. */
const whyNot = ({ world, shelves }: Run, one: Case, supplier: Library, holding: number): UnfilledReason | undefined => {
  const { chance, parameters } = world;
  const by = (name: string): number => chance(name, one.index, supplier.index);
  if (shelves.onShelf(holding) === 0) return 'NotAvailableForILL';
  if (supplier.lends === 'on-request' && by('says-no') < parameters.lends.declineOnRequest) return 'PolicyProblem';
  return by('found') < supplier.accuracy ? undefined : 'NotOnShelf';
};

const answer = (run: Run, one: Case, supplier: Library, askId: string, at: number): void => {
  const { world, shelves, clock, counters } = run;
  // The requester has moved on, so nobody goes to the shelf any more.
  if (currentAsk(one.loan)?.askId !== askId) return;
  const holding = world.holdings.at(supplier.index, one.demand.title);
  const reason = whyNot(run, one, supplier, holding);
  if (reason === undefined) {
    applyTo(one, counters, at, 'accept', { side: 'supplier', askId });
    shelves.take(holding);
    clock.set(supplier.timeline.closes(at), (closing) => ship(run, one, supplier, holding, closing));
    return;
  }
  if (reason === 'NotOnShelf') {
    shelves.take(holding);
    clock.set(at + world.parameters.shelf.searchDays * DAY, () => shelves.putBack(holding));
  }
  applyTo(one, counters, at, 'decline', { side: 'supplier', askId, reason });
  source(run, one, at);
};

const minutesToAnswer = ({ world }: Run, one: Case, supplier: Library): number => {
  const by = (name: string): number => world.chance(name, one.index, supplier.index);
  return logNormal(supplier.answerMinutes, world.parameters.answer.within, by('answers'), by('in'));
};

/** Asks the next supplier as the workflow would, with its answer-by timer; or ends the request. */
const source = (run: Run, one: Case, at: number): void => {
  const { world, clock, counters, byMember } = run;
  const trigger = nextSourcingTrigger(one.loan, iso(at));
  const supplier = byMember.get(nextSupplier(one.loan)?.member ?? '');
  if (trigger === 'rota-ended' || !supplier) {
    applyTo(one, counters, at, 'rota-ended', { side: 'requester' });
    return;
  }
  const askId = `${one.loan.requestId}.${one.loan.asks.length + 1}`;
  const open = defaultSharingPolicy.answerInOpenHours ? { open: supplier.timeline.ahead(at, DAYS_AHEAD) } : {};
  applyTo(one, counters, at, 'ask', { side: 'requester', askId, ...open });
  const timer = one.loan.timers.requester;
  if (timer) {
    clock.set(Date.parse(timer.at), (due) => {
      if (applyTo(one, counters, due, timer.trigger, { side: 'requester', askId })) source(run, one, due);
    });
  }
  if (world.chance('silent', one.index, supplier.index) < supplier.silent) return;
  const answered = supplier.timeline.after(at, minutesToAnswer(run, one, supplier));
  clock.set(answered, (then) => answer(run, one, supplier, askId, then));
};

const place = (run: Run, index: number, demand: Demand): void => {
  const { libraries } = run.world;
  const rota = run.policy(askedFor(run, demand, libraries));
  const one = placeCase(index, demand, libraries[demand.requester]?.member ?? '', rota);
  run.cases.push(one);
  source(run, one, demand.at);
};

const lendLocally = ({ shelves, clock }: Run, { at, holding, days }: LocalLoan): void => {
  if (shelves.onShelf(holding) === 0) return;
  shelves.take(holding);
  clock.set(at + days * DAY, () => shelves.putBack(holding));
};

/** Schedules what is known before the run begins: local loans, requests, and the nights with their reports. */
const settledIn = (run: Run): { at: number; happens: () => void }[] => {
  const { demands, localLoans, parameters } = run.world;
  const { begins, ends } = spanOf(parameters);
  const settled = [
    ...localLoans.map((loan) => ({ at: loan.at, happens: () => lendLocally(run, loan) })),
    ...demands.map((demand, index) => ({ at: demand.at, happens: () => place(run, index, demand) })),
  ];
  for (let night = begins + parameters.nightly.hour * HOUR; night < ends; night += DAY)
    settled.push({ at: night, happens: run.shelves.report });
  return settled.filter(({ at }) => at <= ends).sort((one, other) => one.at - other.at);
};

/**
 * Runs a year of a world under a policy on the product's own rota, workflow, timers and counters. The rota of a request
 * is made when it is placed; a supplier that does not answer in time is skipped; copies on loan are away until they
 * are returned. Timers that only require a person's attention change nothing here.
 */
export const simulate = (world: RotaWorld, policy: Policy): Simulated => {
  const { parameters, libraries, holdings } = world;
  const { ends } = spanOf(parameters);
  const [clock, shelves] = [newClock(), fullShelves(holdings, libraries)];
  const byMember = new Map(libraries.map((library) => [library.member, library]));
  const run: Run = { world, policy, clock, shelves, byMember, cases: [], counters: new Map() };
  // Separate from the events of the run: a heap of a few thousand is faster than one of all events known beforehand.
  for (const { at, happens } of settledIn(run)) {
    clock.runUntil(at);
    happens();
  }
  clock.runUntil(ends);
  return { cases: run.cases, counters: run.counters, ends };
};
