import * as z from 'zod';
import { moneySchema } from '../../layers/kernel/money/money.ts';
import { periodStateNames } from '../../layers/records/ledger/domain/period-state.ts';
import { deviceKinds } from '../circulation/public/device-kinds.ts';
import { deviceStates } from '../circulation/public/device-states.ts';
import { todayLists } from '../resource-sharing/public/today-lists.ts';

/** A list of the day: how many it has (of those read), whether there are more, and its first entries. */
const listOf = <E extends z.ZodType>(entry: E) =>
  z.strictObject({
    count: z.number().int(),
    /** There are more than were counted. */
    more: z.literal(true).exactOptional(),
    entries: z.array(entry),
  });

/** An item in a list of a branch. */
export const itemTodaySchema = z.strictObject({
  itemId: z.string(),
  barcode: z.string(),
  recordId: z.string().exactOptional(),
  title: z.string().exactOptional(),
  /** The first call number of its library for the record. */
  callNumber: z.string().exactOptional(),
  location: z.string(),
  /** The branch to which it goes. */
  to: z.string().exactOptional(),
  /** The branch from which it was sent. */
  from: z.string().exactOptional(),
  /** Since when it is in transit or missing. */
  since: z.string().exactOptional(),
  /** The end of its time on the hold shelf. */
  until: z.string().exactOptional(),
  /** It is in transit for longer than the movement policy permits. */
  late: z.literal(true).exactOptional(),
  reason: z.string().exactOptional(),
});
export type ItemToday = z.infer<typeof itemTodaySchema>;

/** A patron; the first of a list have names where a person has few lists. */
const personSchema = z.strictObject({ patronId: z.string(), name: z.string().exactOptional() });

/** A disputed line of a statement. */
export const disputedLineSchema = z.strictObject({
  ...{ memberId: z.string(), month: z.string(), lineId: z.string(), since: z.string() },
});

/** An open dispute of an online payment, or a payout that differs; `month`: in which the payment was begun, or the payout arrived. */
const onlineMatterTodaySchema = z.strictObject({
  ...{ kind: z.enum(['dispute', 'payout']), matterId: z.string(), month: z.string(), amount: moneySchema },
  since: z.string(),
});

/** Tasks of cataloguers, and of those who load records. */
export const recordTasksSchema = listOf(
  z.strictObject({
    /** Of the source record, the batch or the load. */
    id: z.string(),
    /** The other source record of a pair. */
    otherId: z.string().exactOptional(),
    /** How likely a pair is one title. */
    score: z.number().exactOptional(),
    /** Of the record; the name of a loaded file. */
    title: z.string().exactOptional(),
    /** How many records and items a load refused. */
    refused: z.number().int().exactOptional(),
    /** What a batch changes. */
    kind: z.enum(['items', 'records']).exactOptional(),
    since: z.string().exactOptional(),
  }),
);

/** Staff read these lists of one place; a list that is not theirs is absent. */
export const todaySchema = z.strictObject({
  fetch: listOf(itemTodaySchema).exactOptional(),
  clear: listOf(itemTodaySchema).exactOptional(),
  /** `late`: how many of them are too long in transit. */
  coming: listOf(itemTodaySchema).extend({ late: z.number().int() }).exactOptional(),
  missing: listOf(itemTodaySchema).exactOptional(),
  /** What devices of the branch did and Concord did not record, the oldest first; absent where there is nothing. */
  devices: listOf(
    z.strictObject({
      transactionId: z.string(),
      state: z.enum(deviceStates),
      kind: z.enum(deviceKinds),
      item: z.string().exactOptional(),
      since: z.string(),
    }),
  ).exactOptional(),
  /** Persons with a temporary card whom a desk is to verify, those whose cards end first at the top, with the last day of the card. */
  signUps: listOf(personSchema.extend({ until: z.string() })).exactOptional(),
  /** Pairs of patrons who may be one person. */
  duplicates: listOf(z.strictObject({ ...personSchema.shape, otherId: z.string(), since: z.string() })).exactOptional(),
  loans: z
    .strictObject({
      /** By list; a list with nothing is absent. */
      counts: z.partialRecord(z.enum(todayLists), z.number().int()),
      /** The lists that have more than were counted. */
      more: z.array(z.enum(todayLists)).exactOptional(),
      requests: z.array(
        z.strictObject({
          requestId: z.string(),
          side: z.enum(['requester', 'supplier']),
          list: z.enum(todayLists),
          title: z.string().exactOptional(),
          /** The library that asks, for requests of others. */
          other: z.string().exactOptional(),
          /** Until when it is to be answered, or is due. */
          by: z.string().exactOptional(),
        }),
      ),
    })
    .exactOptional(),
  /** Brief records that desks of the library made and no cataloguer has described, the oldest first. */
  fastAdded: recordTasksSchema.exactOptional(),
  /** Pairs of source records that may be one title, the likeliest first, as the matcher listed them. */
  recordPairs: recordTasksSchema.exactOptional(),
  /** Batches that are previewed and not started, of the last fourteen days. */
  batches: recordTasksSchema.exactOptional(),
  /** The newest loads of the last fourteen days that refused rows or stopped, until the file is loaded without. */
  refusedLoads: recordTasksSchema.exactOptional(),
  /** The classes of a school that have no teacher. */
  classes: listOf(z.strictObject({ classId: z.string() })).exactOptional(),
  /** The classes of the school of the branch that have overdue loans, by name, with how many. */
  lateClasses: listOf(z.strictObject({ classId: z.string(), loans: z.number().int() })).exactOptional(),
  /** The terms that end within thirty days and are not closed, the next first. */
  terms: z.array(z.strictObject({ name: z.string(), endsOn: z.string() })).exactOptional(),
  /**
   * The statement of the last closed month, the lines of the member that are disputed and not answered, and the open disputes and differing
   * payouts of its account for online payment.
   */
  ownFinance: z
    .strictObject({
      statement: z.strictObject({ month: z.string(), total: moneySchema, due: moneySchema }).exactOptional(),
      disputes: listOf(disputedLineSchema),
      online: listOf(onlineMatterTodaySchema),
    })
    .exactOptional(),
  /** The months that are not closed, of the last twelve with the running one, in order; and all disputes that wait for an answer. */
  finance: z
    .strictObject({
      periods: z.array(z.strictObject({ month: z.string(), state: z.enum(periodStateNames) })),
      disputes: listOf(disputedLineSchema),
    })
    .exactOptional(),
  /** Adopted policies that are not in force yet, the next first. */
  policies: z.array(z.strictObject({ kind: z.string(), version: z.number().int(), from: z.string() })).exactOptional(),
  /**
   * Changes of rules that the caller decides, or sees when their author adopted them alone. `asking`: the members that ask the caller to
   * adopt their changes.
   */
  proposals: listOf(
    z.strictObject({
      ...{ proposalId: z.string(), memberId: z.string(), reason: z.string(), since: z.string() },
      /** The kind of policy that it changes. */
      kind: z.string(),
      isAdopted: z.boolean(),
    }),
  )
    .extend({
      asking: z.array(z.string()),
      /** Open ballots in which a library of the caller has not voted, the first to close first. */
      votes: z.array(
        z.strictObject({ proposalId: z.string(), title: z.string(), memberId: z.string(), closesAt: z.string() }),
      ),
    })
    .exactOptional(),
  /** The webhooks of the library, or of the consortium, that were paused because of their receivers; absent where there is none. */
  webhooks: listOf(z.strictObject({ webhookId: z.string(), name: z.string(), since: z.string() }))
    .extend({ owner: z.string() })
    .exactOptional(),
});
export type Today = z.infer<typeof todaySchema>;
