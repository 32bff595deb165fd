import { queuesOf, watchedBy } from '../layers/platform/queues/outbox.ts';
import { outbox as circulation } from './circulation/outbox.ts';
import { outbox as notices } from './notices/outbox.ts';
import { outbox as resourceSharing } from './resource-sharing/outbox.ts';
import { outbox as webhooks } from './webhooks/outbox.ts';

/** The outboxes of all contexts, in the order in which their messages are sent. */
export const outboxes = [notices, circulation, resourceSharing, webhooks] as const;

/** The entities whose changes any outbox wants. */
export const watched = watchedBy(outboxes);

/** The queues that any outbox fills. */
export const outboxQueues = queuesOf(outboxes);
