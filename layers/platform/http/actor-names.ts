import * as z from 'zod';

/** The names of staff users, by actor. */
export const actorNamesSchema = z.record(z.string(), z.string()).meta({ id: 'ActorNames' });
