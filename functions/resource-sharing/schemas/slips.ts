import * as z from 'zod';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { paperSizes } from '../../../layers/kernel/text/paper-size.ts';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import { slipLanguages } from '../domain/slips/slip-texts.ts';

/** The maximum number of slips in one file: as many as are made within the time of one request. */
export const MOST_SLIPS = 100;

/** The roles that print slips: interlibrary loan staff, and the circulation desk, at the branch. */
export const slipPrinters: readonly Permission[] = [
  { who: 'staff', roles: ['ill', 'desk', 'desk-supervisor'], at: { branch: 'path.branchId' } },
];
export const branchPath = z.strictObject({ branchId: branchIdSchema });
/** Paper and language of slips; by default those of the member's letters. */
export const printOptions = { paper: z.enum(paperSizes).optional(), language: z.enum(slipLanguages).optional() };
/** A file of slips: its address for ten minutes, and the number of slips in it. */
export const printedFile = { url: z.string(), expiresAt: z.string(), slips: z.number().int() };
