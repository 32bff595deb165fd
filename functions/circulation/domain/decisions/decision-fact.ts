import * as z from 'zod';
import { channels } from './channel.ts';

const text = (meaning: string) => z.string().describe(meaning);
const whole = (meaning: string) => z.int32().describe(meaning);
const wholeOrNone = (meaning: string) => z.int32().nullable().describe(meaning);
const textOrNone = (meaning: string) => z.string().nullable().describe(meaning);

/** The side of its condition on residence that a loan rule tested, never the place itself. */
export const residenceSides = ['in', 'not-in'] as const;

/** The kind of decision. */
const decisionKinds = ['checkout', 'renewal', 'return', 'hold'] as const;

/**
 * One decision of circulation as the archive stores it permanently: each checkout, renewal, return and hold, and each refusal of one, with
 * its rule and counters. It names no patron, card, barcode, item or title, and its time is exact to the hour. Each description is the
 * column's entry in the data dictionary.
 */
export const decisionFactSchema = z.strictObject({
  eventId: text(
    'Identifies the decision: a digest under a secret of the deployment. It names no loan or hold, and nobody who has one can find the row by it.',
  ),
  schemaVersion: whole('The version of these columns.'),
  decision: z.enum(decisionKinds).describe('What was decided: checkout, renewal, return or hold (placed).'),
  outcome: z
    .enum(['allowed', 'overridden', 'refused'])
    .describe('allowed; overridden: staff waived the codes named; refused: by the codes named.'),
  codes: text(
    'The codes of the refusal or of what was waived, in alphabetical order with a blank between; otherwise empty.',
  ),
  utcHour: text('The hour of the decision in UTC, YYYY-MM-DDTHH.'),
  localDay: text('The day of the decision where it was made, YYYY-MM-DD: periods are counted by it.'),
  localHour: whole('The hour of that day, 0 to 23.'),
  weekday: whole('The day of the week, 1 (Monday) to 7.'),
  zone: text('The time zone of day and hour (IANA).'),
  owner: textOrNone('The member that owns the item; null for a hold on a title.'),
  itemBranch: textOrNone('The home branch of the item.'),
  location: textOrNone('The shelving location of the item.'),
  itemCategory: textOrNone('The item type.'),
  branch: text('The desk of a checkout or return, the checkout’s desk of a renewal, the pickup branch of a hold.'),
  member: text('The member of that branch.'),
  patronMember: textOrNone('The home library of the patron.'),
  patronCategory: textOrNone('The patron’s category; a figure by it is shown for at least five persons.'),
  channel: z
    .enum(channels)
    .describe(
      'desk: staff; self-check: a machine; patron: the patron online; system: an interlibrary loan’s workflow.',
    ),
  itemPrice: wholeOrNone(
    'The price of the item where it is known, in minor units of the loan rules’ currency; null for a hold.',
  ),
  interlibrary: whole('1 when a library outside the consortium owns the item; otherwise 0.'),
  equipment: wholeOrNone(
    '1 when the loan rules in force name the item type as equipment, otherwise 0; null for a hold and a renewal that a lender grants.',
  ),
  ruleId: textOrNone(
    'The loan rule that gave the loan period; of a hold the one that permits it for the first copy that can fill it. Null where no copy can.',
  ),
  residence: z
    .enum(residenceSides)
    .nullable()
    .describe(
      'in or not-in: `rule_id` is a rule for patrons who live in certain places, or elsewhere. Null for other rules, a return, and a refused hold. A figure by it is shown for at least five persons.',
    ),
  policyVersion: wholeOrNone('The version of the loan rules.'),
  loansBefore: wholeOrNone(
    'The patron’s loans before the decision; null for a return, which does not read the patron.',
  ),
  holdsBefore: wholeOrNone('The patron’s open holds before the decision.'),
  owedBefore: wholeOrNone('What the patron owed before the decision, in minor units of the loan rules’ currency.'),
  overdueBefore: wholeOrNone(
    'How many of those loans were overdue; null where the loans were not read, and for a return.',
  ),
  accruedBefore: wholeOrNone(
    'The overdue fines that the open loans had accrued and no bill had yet, in the same minor units; null where no limit counts them, and for a return.',
  ),
  groupsBefore: textOrNone(
    'The patron’s loans before in each limit group whose limit was tested, a JSON object by group; null where none was, and for a hold or return.',
  ),
  renewalsBefore: wholeOrNone('How often the loan was renewed before; null without a loan.'),
  daysGranted: wholeOrNone('Days from the decision to the due day, of a checkout or renewal.'),
  daysOnLoan: wholeOrNone('Days from the checkout, of a renewal or return.'),
  daysLate: wholeOrNone('Days after the due day, of a renewal or return; 0 when in time.'),
  monthsSinceUse: wholeOrNone(
    'Months since the patron’s last checkout, renewal or hold anywhere: 0 in the same month, null for none in 36 months, a return or a refusal.',
  ),
  monthsSinceLoan: wholeOrNone('The same since the last checkout or renewal anywhere.'),
  monthsSinceLoanHere: wholeOrNone('The same since the last checkout or renewal at this member’s desks.'),
});

/** One decision of circulation, as the archive stores it. */
export type DecisionFact = z.infer<typeof decisionFactSchema>;

/** The message that carries a fact to the archive; `cause` is the member that pays for it. */
export const decisionMessageSchema = z.strictObject({ fact: decisionFactSchema, cause: z.string() });
export type DecisionMessage = z.infer<typeof decisionMessageSchema>;
