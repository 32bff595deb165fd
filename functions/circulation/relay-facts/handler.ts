import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { publicFact } from '../../../events/published.ts';
import { readBill } from '../../../layers/data/bill-store.ts';
import { openBus } from '../../../layers/data/bus.ts';
import { readHold } from '../../../layers/data/hold-store.ts';
import { readItem } from '../../../layers/data/item-store.ts';
import { loanWatchStore } from '../../../layers/data/loan-watch-store.ts';
import { openQueue } from '../../../layers/data/queue.ts';
import { causeOfChange } from '../../../layers/data/stream-cause.ts';
import { imagesOf } from '../../../layers/data/stream-images.ts';
import { openTable } from '../../../layers/data/table.ts';
import { causeOf } from '../../../layers/domain/circulation/cause.ts';
import { type LoanWatch, watchOfItem } from '../../../layers/domain/circulation/loan-watch.ts';
import {
  factsOfHold,
  factsOfItem,
  type HoldWork,
  type RelayedFact,
  workOfHold,
  workOfItem,
} from '../../../layers/domain/circulation/relay.ts';
import { noticesOf } from '../../../layers/domain/notices/notices-of.ts';
import { endedLoans, type PastLoanNews, settledLoans } from '../../../layers/domain/patrons/past-loan.ts';
import { work } from '../../../layers/http/work.ts';
import { logError } from '../../../layers/runtime/log.ts';
import { causedBy, causedByAll } from '../../../layers/runtime/meter.ts';
import { contract } from './contract.ts';

type Relayed = { facts: RelayedFact[]; holdWork: HoldWork[]; past: PastLoanNews[]; watches: LoanWatch[] };

const nothing = (): Relayed => ({ facts: [], holdWork: [], past: [], watches: [] });

const relayed = (record: DynamoDBRecord): Relayed => {
  const { before, after } = imagesOf(record);
  if (after?.entity === 'item') {
    const told = typeof after.facts === 'string' ? after.facts : undefined;
    const change = { before: before && readItem(before), after: readItem(after), told };
    const facts = factsOfItem(change);
    const past = endedLoans(
      change.before,
      facts.map(({ fact }) => fact),
    );
    return { facts, holdWork: workOfItem(change), past, watches: watchOfItem(change) };
  }
  if (after?.entity === 'hold') {
    const told = typeof after.facts === 'string' ? after.facts : undefined;
    const change = { before: before && readHold(before), after: readHold(after), told };
    return { ...nothing(), facts: factsOfHold(change), holdWork: workOfHold(change) };
  }
  if (after?.entity === 'patronBill') {
    return { ...nothing(), past: settledLoans(before && readBill(before), readBill(after)) };
  }
  return nothing();
};

/** The pieces by whose act they are: each member pays for its own. */
const byCause = (relays: readonly Relayed[]): Map<string, Relayed> => {
  const groups = new Map<string, Relayed>();
  const of = (cause: string): Relayed => {
    const group = groups.get(cause) ?? nothing();
    groups.set(cause, group);
    return group;
  };
  for (const { facts, holdWork, past, watches } of relays) {
    for (const one of facts) of(causeOf(one.fact.members)).facts.push(one);
    for (const one of holdWork) of(one.cause).holdWork.push(one);
    for (const one of past) of(one.cause).past.push(one);
    for (const one of watches) of(one.cause).watches.push(one);
  }
  return groups;
};

export const handler = work(
  contract,
  ({ environment }) => ({
    watches: loanWatchStore(openTable({ environment })),
    notices: openQueue(environment.need('NOTICE_QUEUE_URL')),
    holdWork: openQueue(environment.need('WORK_QUEUE_URL')),
    pastLoans: openQueue(environment.need('PAST_LOAN_QUEUE_URL')),
    poison: openQueue(environment.need('POISON_QUEUE_URL')),
    bus: openBus(environment.need('BUS_NAME')),
  }),
  // Also a change that tells nothing was somebody's act, and reading it costs.
  ({ Records }: Pick<DynamoDBStreamEvent, 'Records'>, { notices, holdWork, pastLoans, watches, poison, bus }) =>
    causedByAll(Records.map(imagesOf).map(causeOfChange), async () => {
      const read = await Promise.all(
        Records.map(async (record): Promise<Relayed> => {
          try {
            return relayed(record);
          } catch (error) {
            // A row that cannot be read must not hold up those behind it: it waits where somebody looks.
            logError('relay a change', error);
            await poison.send([{ keys: record.dynamodb?.Keys, sequence: record.dynamodb?.SequenceNumber }]);
            return nothing();
          }
        }),
      );
      for (const [cause, group] of byCause(read)) {
        await causedBy({ cause }, async () => {
          await notices.send(noticesOf(group.facts));
          await holdWork.send(group.holdWork);
          await pastLoans.send(group.past);
          await watches.note(group.watches);
          await bus.publish(group.facts.flatMap((fact) => publicFact(fact) ?? []));
        });
      }
      return { facts: read.reduce((sum, { facts }) => sum + facts.length, 0) };
    }),
);
