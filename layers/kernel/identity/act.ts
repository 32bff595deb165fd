import * as z from 'zod';

/** That somebody did something: when (ISO instant), and who, by the actor's name. */
export const actSchema = z.strictObject({ at: z.iso.datetime(), by: z.string() });
