import { causeOf } from '../../layers/kernel/usage/cause.ts';
import { type RowChange, textOf } from '../../layers/platform/dynamodb/row-change.ts';
import { type Caused, type Outbox, readOnce } from '../../layers/platform/queues/outbox.ts';
import { causeOfItemRow } from '../items/public/cause-of-item-row.ts';
import { readBill } from './data/bill-codec.ts';
import { cardsOf, causeOfCardRow } from './data/card-rows.ts';
import { holdChangeOf, itemChangeOf } from './data/row-changes.ts';
import { decisionMessageSchema } from './domain/decisions/decision-fact.ts';
import { decisionsOfHold, decisionsOfItem, messagesOf } from './domain/decisions/decisions-made.ts';
import { publicFact } from './domain/decisions/public-fact.ts';
import { factsOfHold, factsOfItem, type RelayedFact, workOfHold, workOfItem } from './domain/decisions/relay.ts';
import { type ScheduledChange, shelfTimesOf, timesOf } from './domain/decisions/timed-changes.ts';
import { countedLoans, endedLoans, settledLoans } from './domain/loans/past-loan-event.ts';

const published = (facts: readonly RelayedFact[]) =>
  facts.flatMap((one) => {
    const event = publicFact(one);
    return event === undefined ? [] : [{ cause: causeOf(one.fact.members), ...event }];
  });

const loanTimes = (change: RowChange): ScheduledChange[] =>
  timesOf(itemChangeOf(change), change.at).map((one) => ({ of: 'loan', ...one }));

const shelfTimes = (change: RowChange): ScheduledChange[] =>
  shelfTimesOf(itemChangeOf(change), change.at).map((one) => ({ of: 'shelf', ...one }));

const cardTimes = (change: RowChange): ScheduledChange[] =>
  cardsOf(change, change.at).map((one) => ({ of: 'card', ...one }));

const decisionsOn = readOnce((change: RowChange) => decisionsOfItem(itemChangeOf(change)));

const pastLoansOf = (change: RowChange): readonly Caused[] => {
  const item = itemChangeOf(change);
  const facts = factsOfItem(item).map(({ fact }) => fact);
  return [...countedLoans(decisionsOn(change)), ...endedLoans(item.before, facts)];
};

const refusalOf = ({ after }: RowChange): readonly Caused[] =>
  messagesOf([decisionMessageSchema.shape.fact.parse(after?.fact)]);

const settledLoansOf = ({ before, after }: RowChange): readonly Caused[] =>
  settledLoans(before && readBill(before), readBill(after));

const ofPatron =
  (entity: 'patronStatus' | 'patronChange') =>
  ({ before, after }: RowChange): string | undefined =>
    causeOfCardRow({
      entity,
      homeMember: textOf(after ?? before, 'homeMember'),
      branchId: textOf(after ?? before, 'branchId'),
    });

/** The consequences of changes to copies, holds, bills and cards: work within circulation, and events for external subscribers. */
export const outbox: Outbox<ScheduledChange> = {
  rules: [
    { entity: 'item', queue: 'hold-work', messages: (change) => workOfItem(itemChangeOf(change)) },
    { entity: 'hold', queue: 'hold-work', messages: (change) => workOfHold(holdChangeOf(change)) },
    { entity: 'item', queue: 'past-loans', messages: pastLoansOf },
    { entity: 'patronBill', queue: 'past-loans', messages: settledLoansOf },
    { entity: 'item', queue: 'decisions', messages: (change) => messagesOf(decisionsOn(change)) },
    { entity: 'hold', queue: 'decisions', messages: (change) => messagesOf(decisionsOfHold(holdChangeOf(change))) },
    { entity: 'refusal', on: 'insert', queue: 'decisions', messages: refusalOf },
    { entity: 'item', schedule: loanTimes },
    { entity: 'item', schedule: shelfTimes },
    // For patrons only changes that may move the card's last day: counters change with every loan.
    { entity: 'patronStatus', on: 'insert', schedule: cardTimes },
    { entity: 'patronChange', on: 'insert', schedule: cardTimes },
    { entity: 'item', facts: (change) => published(factsOfItem(itemChangeOf(change))) },
    { entity: 'hold', facts: (change) => published(factsOfHold(holdChangeOf(change))) },
  ],
  causes: {
    item: causeOfItemRow,
    hold: ({ before, after }) => textOf(after ?? before, 'patronMember'),
    patronBill: ({ before, after }) => textOf(after ?? before, 'member'),
    refusal: ({ after }) => textOf(after, 'member'),
    patronStatus: ofPatron('patronStatus'),
    patronChange: ofPatron('patronChange'),
  },
};
