import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { publicFact } from '../../../../events/published.ts';
import type { NoticeMessage } from '../../../../layers/kernel/notices/notice-message.ts';
import { causeOf } from '../../../../layers/kernel/usage/cause.ts';
import { imagesOf } from '../../../../layers/platform/dynamodb/stream-images.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { openBus } from '../../../../layers/platform/queues/bus.ts';
import { openQueue } from '../../../../layers/platform/queues/queue.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { causedBy, causedByAll } from '../../../../layers/platform/runtime/meter.ts';
import { endedLoans, type PastLoanEvent, settledLoans } from '../../../circulation/domain/past-loan.ts';
import { readBill } from '../../../circulation/public/bill-store.ts';
import { readHold } from '../../../circulation/public/hold-store.ts';
import {
  type CardNews,
  cardsOf,
  type TimedChange,
  timeNotes,
  timesOf,
} from '../../../circulation/public/note-times.ts';
import {
  factsOfHold,
  factsOfItem,
  type HoldWork,
  type RelayedFact,
  workOfHold,
  workOfItem,
} from '../../../circulation/public/relay.ts';
import { readItem } from '../../../items/public/item-store.ts';
import { noticesOf, noticesOfBill } from '../../../notices/public/notices-of.ts';
import { noticesOfLoan } from '../../../notices/public/notices-of-loan.ts';
import { readLoanChange } from '../../../resource-sharing/public/loan-change.ts';
import {
  type LoanNews,
  loanNewsOf,
  loanNewsOfHold,
  loanNewsOfRequest,
} from '../../../resource-sharing/public/loan-news.ts';
import { type MailNews, mailOf, mailOfWish } from '../../../resource-sharing/public/partner-mail.ts';
import { causeOfChange } from '../../use-cases/cause-of-change.ts';
import { contract } from './contract.ts';

type Relayed = {
  facts: RelayedFact[];
  holdWork: HoldWork[];
  past: PastLoanEvent[];
  loans: LoanNews[];
  /** Of bills, and of loans between libraries. */
  told: NoticeMessage[];
  times: TimedChange[];
  cards: CardNews[];
  mail: MailNews[];
};

const nothing = (): Relayed => ({
  ...{ facts: [], holdWork: [], past: [], loans: [], told: [], times: [], cards: [], mail: [] },
});

/** When a change was made, in epoch ms: the stream says it to the second. */
const madeAt = ({ dynamodb }: DynamoDBRecord, now: number): number =>
  dynamodb?.ApproximateCreationDateTime === undefined ? now : dynamodb.ApproximateCreationDateTime * 1000;

const relayed = (record: DynamoDBRecord, now: number): Relayed => {
  const { before, after } = imagesOf(record);
  const at = madeAt(record, now);
  if (after?.entity === 'item') {
    const told = typeof after.facts === 'string' ? after.facts : undefined;
    const change = { before: before && readItem(before), after: readItem(after), told };
    const facts = factsOfItem(change);
    const past = endedLoans(
      change.before,
      facts.map(({ fact }) => fact),
    );
    const loans = loanNewsOf(change);
    return { ...nothing(), facts, holdWork: workOfItem(change), past, loans, times: timesOf(change, at) };
  }
  if (after?.entity === 'hold') {
    const told = typeof after.facts === 'string' ? after.facts : undefined;
    const change = { before: before && readHold(before), after: readHold(after), told };
    return { ...nothing(), facts: factsOfHold(change), holdWork: workOfHold(change), loans: loanNewsOfHold(change) };
  }
  if (after?.entity === 'patronBill') {
    const bill = readBill(after);
    const told = noticesOfBill(before, bill, after.quiet === true);
    return { ...nothing(), past: settledLoans(before && readBill(before), bill), told };
  }
  if (after?.entity === 'loanRequest') {
    const told = noticesOfLoan(readLoanChange({ before, after }));
    return { ...nothing(), told, mail: mailOfWish({ before, after }), loans: loanNewsOfRequest({ before, after }) };
  }
  if (after?.entity === 'partnerMessage') return { ...nothing(), mail: mailOf({ before, after }) };
  return { ...nothing(), cards: cardsOf({ before, after }, at) };
};

/** The pieces by whose act they are: each member pays for its own. */
const byCause = (relays: readonly Relayed[]): Map<string, Relayed> => {
  const groups = new Map<string, Relayed>();
  const of = (cause: string): Relayed => {
    const group = groups.get(cause) ?? nothing();
    groups.set(cause, group);
    return group;
  };
  for (const { facts, holdWork, past, loans, told, times, cards, mail } of relays) {
    for (const one of facts) of(causeOf(one.fact.members)).facts.push(one);
    for (const one of holdWork) of(one.cause).holdWork.push(one);
    for (const one of past) of(one.cause).past.push(one);
    for (const one of loans) of(one.cause).loans.push(one);
    for (const one of told) of(one.cause).told.push(one);
    for (const one of times) of(one.cause).times.push(one);
    for (const one of cards) of(one.cause).cards.push(one);
    for (const one of mail) of(one.cause).mail.push(one);
  }
  return groups;
};

export const handler = work(
  contract,
  ({ environment, ...runtime }) => ({
    times: timeNotes(openTable({ environment })),
    notices: openQueue(environment.need('NOTICE_QUEUE_URL')),
    holdWork: openQueue(environment.need('WORK_QUEUE_URL')),
    pastLoans: openQueue(environment.need('PAST_LOAN_QUEUE_URL')),
    loanNews: openQueue(environment.need('LOAN_NEWS_QUEUE_URL')),
    partnerMail: openQueue(environment.need('MAIL_QUEUE_URL')),
    poison: openQueue(environment.need('POISON_QUEUE_URL')),
    bus: openBus({ environment, ...runtime }),
  }),
  // Also a change that tells nothing was somebody's act, and reading it costs.
  ({ Records }: Pick<DynamoDBStreamEvent, 'Records'>, deps, { now }) =>
    causedByAll(Records.map(imagesOf).map(causeOfChange), async () => {
      const { notices, holdWork, pastLoans, loanNews, partnerMail, times, poison, bus } = deps;
      const read = await Promise.all(
        Records.map(async (record): Promise<Relayed> => {
          try {
            return relayed(record, now);
          } catch (error) {
            // A row that cannot be read must not hold up those behind it: it waits where somebody looks.
            logError('relay a change', error);
            await poison.send([{ keys: record.dynamodb?.Keys, sequence: record.dynamodb?.SequenceNumber }]);
            return nothing();
          }
        }),
      );
      for (const [cause, group] of byCause(read)) {
        // Of a patron whom the clock changed nobody's desk is known.
        await causedBy(cause === '' ? {} : { cause }, async () => {
          await notices.send([...noticesOf(group.facts), ...group.told]);
          await holdWork.send(group.holdWork);
          await pastLoans.send(group.past);
          await loanNews.send(group.loans);
          await partnerMail.send(group.mail);
          // In any order: what a later change of the same item undid is not entered, for the item is not as it was.
          await Promise.all([...group.times.map(times.change), ...group.cards.map(times.cardOf)]);
          await bus.publish(group.facts.flatMap((fact) => publicFact(fact) ?? []));
        });
      }
      return { facts: read.reduce((sum, { facts }) => sum + facts.length, 0) };
    }),
);
