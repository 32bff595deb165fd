import * as z from 'zod';

/** A cost centre of a member's own accounts. It is a code, because bills and the ledger, which contain no names, include it. */
export const costCentreSchema = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9]+([./-][A-Za-z0-9]+)*$/);
