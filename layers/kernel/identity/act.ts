import * as z from 'zod';

/** An act: when (ISO instant), and the actor's name. */
export const actSchema = z.strictObject({ at: z.iso.datetime(), by: z.string() });
