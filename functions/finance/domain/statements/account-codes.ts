import * as z from 'zod';
import { daysIn, monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { actSchema } from '../../../../layers/kernel/identity/act.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { type Block, blocks } from './billing-policy.ts';

/** A code of a member's own accounts: printed unchanged, so without line breaks or surrounding spaces. */
const code = z
  .string()
  .regex(
    /^[^\p{C}\s](?:[^\p{C}\u2028\u2029]{0,58}[^\p{C}\s])?$/u,
    'A code has 1 to 60 characters, none of them a break.',
  );

/** The kinds that members' books distinguish: the blocks of a statement, and the debt for them (`payable`). */
export const codedKinds = [...blocks, 'payable'] as const;

/** An account and a cost centre of the member's own books. */
export const codesSchema = z.strictObject({ account: code.exactOptional(), costCentre: code.exactOptional() });
export type Codes = z.infer<typeof codesSchema>;

/** A purchase order for the statements of some months, both included; only for some kinds of lines if it names them. */
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

/** The codes of a member's books for its statements: by kind of line, otherwise the default, from a day on. */
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

/** The stored codes: the member's version number, when and by whom. Never changed, only followed by a higher version. */
export const accountCodesSchema = z.strictObject({
  memberId: z.string(),
  version: z.int().min(1),
  ...accountCodesInputSchema.shape,
  changed: actSchema,
});
export type AccountCodes = z.infer<typeof accountCodesSchema>;

/** The codes of a statement line for the member's own books. */
export const lineCodesSchema = codesSchema.extend({ purchaseOrder: code.exactOptional() });
export type LineCodes = z.infer<typeof lineCodesSchema>;

/** The codes of a statement: the version for its lines, and the codes of the payable amount. */
export const statementCodesSchema = z.strictObject({
  version: z.int(),
  effectiveFrom: z.iso.date(),
  payable: codesSchema.exactOptional(),
});
export type StatementCodes = z.infer<typeof statementCodesSchema>;

const later = (one: AccountCodes, other: AccountCodes): number =>
  byId(other.effectiveFrom, one.effectiveFrom) || other.version - one.version;

/** Returns the version for a month's statement: the latest effective one on the month's last day, the higher when two begin together. */
export const codesInForce = (versions: readonly AccountCodes[], month: string): AccountCodes | undefined =>
  versions.toSorted(later).find(({ effectiveFrom }) => effectiveFrom <= `${month}-${daysIn(month)}`);

const fieldsOf = ({ default: every, kinds }: AccountCodes, kind: (typeof codedKinds)[number]): Codes => ({
  ...every,
  ...kinds[kind],
});

/** Returns the purchase order of a line's kind in a month: one that names the kind, otherwise the one for all. */
const orderOf = ({ purchaseOrders }: AccountCodes, block: Block, month: string): string | undefined => {
  const running = purchaseOrders.filter(({ from, to }) => from <= month && month <= to);
  const own = running.find(({ kinds }) => kinds?.includes(block));
  return (own ?? running.find(({ kinds }) => kinds === undefined))?.number;
};

/** Returns the codes of a block's line in the statement of a month; empty when none are set. */
export const lineCodesOf = (codes: AccountCodes, block: Block, month: string): { codes?: LineCodes } => {
  const purchaseOrder = orderOf(codes, block, month);
  const named = { ...fieldsOf(codes, block), ...(purchaseOrder !== undefined && { purchaseOrder }) };
  return Object.keys(named).length > 0 ? { codes: named } : {};
};

/** Returns the codes of the statement itself. */
export const statementCodesOf = (codes: AccountCodes): StatementCodes => {
  const payable = fieldsOf(codes, 'payable');
  const { version, effectiveFrom } = codes;
  return { version, effectiveFrom, ...(Object.keys(payable).length > 0 && { payable }) };
};
