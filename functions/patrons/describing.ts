import * as z from 'zod';

/** A patron's category, e.g. `adult`: what loan rules and card terms go by. */
export const categorySchema = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);

const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Statistical classes of the home library by name, e.g. `district: north`. Codes only, so that nothing personal gets in. */
export const classesSchema = z
  .record(code, code)
  .refine((classes) => Object.keys(classes).length <= 10, 'A patron has at most 10 statistical classes.');
