import * as z from 'zod';

/** An interlibrary request has another state. `members.requester` is the member that asks; a library outside is not named. */
export const event = {
  version: 1,
  meaning: 'An interlibrary request has another state. Members: the requester.',
  schema: z.strictObject({
    id: z.string(),
    version: z.literal(1),
    at: z.iso.datetime(),
    requestId: z.string(),
    recordId: z.string(),
    state: z.string(),
    members: z.strictObject({ requester: z.string().exactOptional() }),
  }),
} as const;
