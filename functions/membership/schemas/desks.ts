import * as z from 'zod';
import { deskPassSchema } from '../domain/desk.ts';
import { staffSchema } from '../domain/staff.ts';

/** A staff user in a list. */
export const listedStaffSchema = z.strictObject({ ...staffSchema.shape, deskPass: deskPassSchema });
