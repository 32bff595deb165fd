import * as z from 'zod';

const money = z.object({ amount: z.number(), currency: z.string() });

/** The parts that the gateway reads of the responses of Concord's operations; docs/machines.md maps them to fields. */
export const loanAnswer = z.object({
  loanId: z.string(),
  barcode: z.string(),
  recordId: z.string().optional(),
  title: z.string().optional(),
  due: z.string(),
});
const holdAnswer = z.object({
  holdId: z.string(),
  recordId: z.string(),
  title: z.string().optional(),
  state: z.string(),
  pickupBranch: z.string(),
  place: z.number().optional(),
  shelfExpiresAt: z.string().optional(),
});
const billAnswer = z.object({
  billId: z.string(),
  kind: z.string(),
  open: z.number(),
  currency: z.string(),
  title: z.string().optional(),
});

const ownAnswer = z.object({
  name: z.object({ family: z.string(), given: z.string().optional() }),
  language: z.string().optional(),
  loans: z.array(loanAnswer),
  overdue: z.number(),
  holds: z.array(holdAnswer),
  ready: z.number(),
  bills: z.array(billAnswer),
  owed: z.array(money),
  accrued: z.array(money),
  expiresOn: z.string().optional(),
  limits: z.object({ loans: z.number(), holds: z.number(), overdue: z.number().optional() }).optional(),
  contact: z
    .object({
      address: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
      birthDate: z.string().optional(),
    })
    .optional(),
});
export type OwnAccount = z.output<typeof ownAnswer>;

/** circulation-show-status */
export const statusAnswer = z.object({
  homeMember: z.string(),
  category: z.string(),
  card: z.enum(['good', 'expired']),
  pin: z.enum(['right', 'wrong', 'not-given']),
  mayBorrow: z.boolean(),
  reasons: z.array(z.string()),
  counts: z
    .object({ loans: z.number(), overdue: z.number(), holds: z.number(), ready: z.number(), bills: z.number() })
    .optional(),
  own: ownAnswer.optional(),
});
export type PatronStatus = z.output<typeof statusAnswer>;

/** circulation-check-out */
export const checkOutAnswer = z.object({ loan: loanAnswer, conflicts: z.array(z.string()).optional() });

/** circulation-check-in */
export const checkInAnswer = z.object({
  barcode: z.string(),
  title: z.string().optional(),
  homeBranch: z.string().optional(),
  next: z.object({
    step: z.enum(['shelve', 'hold-shelf', 'send', 'keep-aside']),
    branchId: z.string(),
    forHold: z.boolean(),
  }),
  fine: money.optional(),
  warnings: z.array(z.string()),
});

/** circulation-renew */
export const renewAnswer = z.object({
  due: z.string(),
  asked: z.boolean().optional(),
  title: z.string().optional(),
});

/** catalogue-get-item */
export const itemAnswer = z.object({
  barcode: z.string(),
  memberId: z.string(),
  branchId: z.string(),
  currentBranch: z.string(),
  location: z.string().optional(),
  callNumber: z.string().optional(),
  category: z.string(),
  recordId: z.string().optional(),
  state: z.string(),
  due: z.string().optional(),
});

/** discovery-get-record */
export const recordAnswer = z.object({ description: z.object({ title: z.string() }) });

/** circulation-pay-bill */
export const paymentAnswer = z.object({ receiptNumber: z.string() });

/** circulation-place-hold, circulation-cancel-hold and circulation-change-pickup */
export const holdResponse = z.object({ hold: holdAnswer });
