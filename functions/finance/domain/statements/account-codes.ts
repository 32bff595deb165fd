import * as z from 'zod';
import { daysIn, monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { actSchema } from '../../../../layers/kernel/identity/act.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { type Block, blocks } from './billing-policy.ts';

/** A code as a member's own accounts write it: printed as it is, so without line breaks or blanks at its ends. */
const code = z
  .string()
  .regex(
    /^[^\p{C}\s](?:[^\p{C}\u2028\u2029]{0,58}[^\p{C}\s])?$/u,
    'A code has 1 to 60 characters, none of them a break.',
  );

/** What members tell apart in their books: the blocks of a statement, and what they owe for them (`payable`). */
export const codedKinds = [...blocks, 'payable'] as const;

/** An account and a cost centre of the member's own books. */
export const codesSchema = z.strictObject({ account: code.exactOptional(), costCentre: code.exactOptional() });
export type Codes = z.infer<typeof codesSchema>;

/** A purchase order for the statements of some months, both included; for some kinds of lines alone where it names them. */
const purchaseOrderSchema = z
  .strictObject({
    number: code,
    from: monthSchema,
    to: monthSchema,
    kinds: z.array(z.enum(blocks)).min(1).max(blocks.length).exactOptional(),
  })
  .refine(({ from, to }) => from <= to, 'A purchase order ends no earlier than it begins.');
type PurchaseOrder = z.infer<typeof purchaseOrderSchema>;

const sameKinds = ({ kinds: one }: PurchaseOrder, { kinds: other }: PurchaseOrder): boolean =>
  one === undefined || other === undefined ? one === other : one.some((kind) => other.includes(kind));

const overlap = (orders: readonly PurchaseOrder[]): boolean =>
  orders.some((one, at) =>
    orders.slice(at + 1).some((other) => sameKinds(one, other) && one.from <= other.to && other.from <= one.to),
  );

/** How a member's books name what is on its statements: by kind of line, else by the default, from a day on. */
export const accountCodesInputSchema = z.strictObject({
  effectiveFrom: z.iso.date(),
  default: codesSchema.default({}),
  kinds: z.partialRecord(z.enum(codedKinds), codesSchema).default({}),
  purchaseOrders: z
    .array(purchaseOrderSchema)
    .max(100)
    .refine((orders) => !overlap(orders), 'Two purchase orders are for the same lines of the same month.')
    .default([]),
});

/** The same as it was set: the member's how manieth version, when and by whom. Never changed, only followed by a higher one. */
export const accountCodesSchema = z.strictObject({
  memberId: z.string(),
  version: z.int().min(1),
  ...accountCodesInputSchema.shape,
  changed: actSchema,
});
export type AccountCodes = z.infer<typeof accountCodesSchema>;

/** What a line of a statement says of the member's own books. */
export const lineCodesSchema = codesSchema.extend({ purchaseOrder: code.exactOptional() });
export type LineCodes = z.infer<typeof lineCodesSchema>;

/** What a statement says of them: by which version its lines were named, and how what is due is. */
export const statementCodesSchema = z.strictObject({
  version: z.int(),
  effectiveFrom: z.iso.date(),
  payable: codesSchema.exactOptional(),
});
export type StatementCodes = z.infer<typeof statementCodesSchema>;

const later = (one: AccountCodes, other: AccountCodes): number =>
  byId(other.effectiveFrom, one.effectiveFrom) || other.version - one.version;

/** The version that a month's statement goes by: on the month's last day the latest begun, the higher where two begin together. */
export const codesInForce = (versions: readonly AccountCodes[], month: string): AccountCodes | undefined =>
  versions.toSorted(later).find(({ effectiveFrom }) => effectiveFrom <= `${month}-${daysIn(month)}`);

const fieldsOf = ({ default: every, kinds }: AccountCodes, kind: (typeof codedKinds)[number]): Codes => ({
  ...every,
  ...kinds[kind],
});

/** The purchase order of a line's kind in a month: one that names the kind, else the one for all. */
const orderOf = ({ purchaseOrders }: AccountCodes, block: Block, month: string): string | undefined => {
  const running = purchaseOrders.filter(({ from, to }) => from <= month && month <= to);
  const own = running.find(({ kinds }) => kinds?.includes(block));
  return (own ?? running.find(({ kinds }) => kinds === undefined))?.number;
};

/** What a line of a block says in the statement of a month; nothing where nothing is set. */
export const lineCodesOf = (codes: AccountCodes, block: Block, month: string): { codes?: LineCodes } => {
  const purchaseOrder = orderOf(codes, block, month);
  const named = { ...fieldsOf(codes, block), ...(purchaseOrder !== undefined && { purchaseOrder }) };
  return Object.keys(named).length > 0 ? { codes: named } : {};
};

/** What the statement itself says. */
export const statementCodesOf = (codes: AccountCodes): StatementCodes => {
  const payable = fieldsOf(codes, 'payable');
  const { version, effectiveFrom } = codes;
  return { version, effectiveFrom, ...(Object.keys(payable).length > 0 && { payable }) };
};
