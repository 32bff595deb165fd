import * as fc from 'fast-check';
import type { Decided } from '../../../functions/circulation/domain/decisions/decision.ts';
import { settleLost } from '../../../functions/circulation/domain/items/lost-and-claimed.ts';
import { decidePayment } from '../../../functions/circulation/domain/money/payment.ts';
import { decidePayOut } from '../../../functions/circulation/domain/money/refund.ts';
import { decideWaiver } from '../../../functions/circulation/domain/money/waiver.ts';
import * as acts from './acts.ts';
import { agree, agreeNow } from './agree.ts';
import { type Model, settle } from './model.ts';
import {
  branches,
  COPIES,
  iso,
  nextId,
  PATRONS,
  records,
  save,
  saveMoves,
  type World,
  type WorldBill,
} from './world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

type Step = { say: string; run: (model: Model, world: World) => void };

type Done = { act: acts.Act; decided: Decided | undefined };

/** Writes a decision; after a lost race it decides again on the records that the other wrote. */
const write = (world: World, act: acts.Act, planned: Decided | undefined): Done => {
  if (planned === undefined || save(world, planned)) return { act, decided: planned };
  const anew = act.plan(world);
  return { act, decided: anew && save(world, anew) ? anew : undefined };
};

/** Counts an act by its description up to the first name. */
const count = ({ done }: World, say: string): void => {
  const kind = say.replace(/[^a-z ].*/, '').trim();
  done.set(kind, (done.get(kind) ?? 0) + 1);
};

const tell = (model: Model, world: World, { act, decided }: Done): void => {
  const expected = act.may(model);
  if (expected !== 'follow' && expected !== (decided !== undefined))
    throw new Error(`${act.say}: expected ${expected ? 'done' : 'refused'}, was ${decided ? 'done' : 'refused'}`);
  if (decided) act.done(model, world, decided);
  if (decided) count(world, act.say);
};

const alone = (act: acts.Act): Step => ({
  say: act.say,
  run: (model, world) => tell(model, world, write(world, act, act.plan(world))),
});

const become = (model: Model, other: Model): void => {
  Object.assign(model, structuredClone(other));
};

/**
 * Two desks decide on the same records, and write one after the other. The result must equal that of the two acts in sequence, in
 * either order.
 */
const atOnce = (one: acts.Act, other: acts.Act): Step => ({
  say: `at once: ${one.say} / ${other.say}`,
  run: (model, world) => {
    const first = one.plan(world);
    world.now += 1;
    const second = other.plan(world);
    const done = [write(world, one, first), write(world, other, second)];
    const before = structuredClone(model);
    try {
      for (const each of done) tell(model, world, each);
      agreeNow(model, world);
    } catch (error) {
      become(model, before);
      try {
        for (const each of done.toReversed()) tell(model, world, each);
        agreeNow(model, world);
      } catch {
        throw error;
      }
    }
  },
});

const patronAt = ({ patronId }: WorldBill): number => Number(patronId.slice(4));

/** Money of a bill at the desk of the creditor; a lost item that is paid, or waived, is settled with it. */
const money = (how: 'pay' | 'waive' | 'pay out', at: number, share: number): Step => ({
  say: `${how} of bill ${at}, ${share} of 100`,
  run: (model, world) => {
    const bills = [...world.bills.values()].filter(({ open }) => (how === 'pay out' ? open < 0 : open > 0));
    const bill = bills[at % Math.max(1, bills.length)];
    if (bill === undefined) return;
    const branchId = branches.find((branch) => branch.startsWith(`${bill.member}.`)) ?? branches[0];
    const act = { at: iso(world), branchId, by: 'staff:1', receiptNumber: nextId(world, 'rcp') };
    const amount = Math.max(1, Math.floor((Math.abs(bill.open) * share) / 100));
    const entryId = nextId(world, 'ent');
    const decided =
      how === 'pay'
        ? decidePayment(bill, { ...act, amount, entryId })
        : how === 'waive'
          ? decideWaiver(bill, { ...act, amount, entryId, reason: 'kind' })
          : decidePayOut(bill, { ...act, entryId: () => entryId });
    if ('refused' in decided) throw new Error(`${how}: ${JSON.stringify(decided.refused)}`);
    const open = decided.moves[0]?.open ?? 0;
    const item = bill.kind === 'lost' && how !== 'pay out' ? world.items.get(bill.itemId ?? '') : undefined;
    const isThis = item?.loan?.lost?.billId === bill.billId;
    const waived = how === 'waive' ? amount : 0;
    const settled = item && settleLost({ item, at: iso(world), branchId }, { billId: bill.billId, open, waived });
    saveMoves(world, bill.patronId, decided);
    if (settled && !save(world, settled)) throw new Error('A loss that is paid could not be settled.');
    const lost = item && isThis ? { lost: { at: Number(item.itemId.slice(4)), waived, open } } : {};
    count(world, how);
    settle(model, patronAt(bill), how === 'pay out' ? bill.open : amount, lost.lost);
  },
});

const pass = (days: number): Step => ({
  say: `${days} days pass`,
  run: (model, world) => {
    world.now += days * DAY;
    model.day += days;
  },
});

/** A step as fast-check's command: run on both sides, which must then agree. */
class Command implements fc.Command<Model, World> {
  readonly step: Step;
  constructor(step: Step) {
    this.step = step;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, world: World): void {
    const before = { items: new Map(world.items), holds: new Map(world.holds) };
    this.step.run(model, world);
    agree(model, world, before);
    world.now += MINUTE;
  }
  toString(): string {
    return this.step.say;
  }
}

const at = fc.nat(COPIES - 1);
const who = fc.nat(PATRONS - 1);
const branch = fc.constantFrom(...branches);
const record = fc.constantFrom(...records);
// Holds share numbers with other rows and are few, so a random number is mapped to one of the existing holds.
const hold = fc.nat(11);

const named = (make: (no: number) => acts.Act): fc.Arbitrary<(world: World) => acts.Act> =>
  hold.map((guess) => (world) => {
    const numbers = [...world.holds.keys()].map(acts.numberOf);
    return make(numbers[guess % Math.max(1, numbers.length)] ?? -1);
  });

/** An act described only when it runs: the chosen hold depends on the existing ones. */
const late = (find: (world: World) => acts.Act): acts.Act => {
  let found: acts.Act | undefined;
  const act = (world?: World): acts.Act => {
    if (world) found = find(world);
    if (found === undefined) throw new Error('An act is planned first.');
    return found;
  };
  return {
    get say() {
      return found?.say ?? 'an act on a hold';
    },
    plan: (world) => (found ?? act(world)).plan(world),
    may: (model) => act().may(model),
    done: (model, world, decided) => act().done(model, world, decided),
  };
};

const act: fc.Arbitrary<() => acts.Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(at, who, branch).map(
      ([a, b, c]) =>
        () =>
          acts.checkOut(a, b, c),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(at, branch).map(
      ([a, b]) =>
        () =>
          acts.checkIn(a, b),
    ),
  },
  { weight: 2, arbitrary: at.map((a) => () => acts.renew(a)) },
  {
    weight: 5,
    arbitrary: fc.tuple(who, record, branch).map(
      ([a, b, c]) =>
        () =>
          acts.placeHold(a, b, c),
    ),
  },
  { weight: 3, arbitrary: record.map((a) => () => acts.target(a)) },
  {
    weight: 1,
    arbitrary: fc.tuple(record, fc.array(fc.nat(9), { minLength: 3, maxLength: 3 })).map(
      ([a, b]) =>
        () =>
          acts.reorder(a, b),
    ),
  },
  { weight: 1, arbitrary: at.map((a) => () => acts.lose(a)) },
  { weight: 1, arbitrary: at.map((a) => () => acts.claim(a)) },
  { weight: 1, arbitrary: at.map((a) => () => acts.giveUpClaim(a)) },
  ...(
    [
      acts.cancelHold,
      acts.expireShelf,
      acts.retarget,
      acts.recall,
      (no: number) => acts.suspend(no, true),
      (no: number) => acts.suspend(no, false),
    ] as const
  ).map((make) => ({ weight: 1, arbitrary: named(make).map((find) => () => late(find)) })),
  {
    weight: 1,
    arbitrary: branch.chain((b) => named((no) => acts.changePickup(no, b))).map((find) => () => late(find)),
  },
);

// One card at two machines: the case in which FOLIO's self-checks exceeded a limit.
const twoMachines = fc.tuple(who, at, at, branch).map(
  ([a, b, c, d]) =>
    () =>
      atOnce(acts.checkOut(b, a, d), acts.checkOut(c, a, d)),
);

const step: fc.Arbitrary<() => Step> = fc.oneof(
  { weight: 1, arbitrary: twoMachines },
  { weight: 12, arbitrary: act.map((make) => () => alone(make())) },
  {
    weight: 4,
    arbitrary: fc.tuple(act, act).map(
      ([one, other]) =>
        () =>
          atOnce(one(), other()),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 100 })).map(
      ([b, s]) =>
        () =>
          money('pay', b, s),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 100 })).map(
      ([b, s]) =>
        () =>
          money('waive', b, s),
    ),
  },
  { weight: 1, arbitrary: fc.nat(5).map((b) => () => money('pay out', b, 100)) },
  { weight: 1, arbitrary: fc.constantFrom(1, 10, 27, 40).map((days) => () => pass(days)) },
);

/** One command of any kind, by weight. */
const command: fc.Arbitrary<Command> = step.map((make) => new Command(make()));

/** Sequences of commands, with a maximum length. */
export const commandRuns = (maxCommands: number) => fc.commands([command], { maxCommands, size: 'max' });
