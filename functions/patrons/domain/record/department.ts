import * as z from 'zod';
import { costCentreSchema } from '../../../../layers/kernel/money/cost-centre.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';

/** A department's short name within its member, in patrons' records and lists. */
export const departmentCodeSchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A department of a member: charges of its patrons go to its cost centre. A closed one accepts no new patrons. */
export const departmentSchema = z.strictObject({
  code: departmentCodeSchema,
  name: oneLine(200),
  costCentre: costCentreSchema,
  closed: z.boolean().default(false),
});
export type Department = z.infer<typeof departmentSchema>;

/** A department with the version that an edit of it names. */
export const storedDepartmentSchema = departmentSchema.extend({ version: z.int().min(0) });
export type StoredDepartment = z.infer<typeof storedDepartmentSchema>;
