import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import type { IsSessionOpen } from './membership/public/session.ts';
import { isSessionOpen } from './patrons/public/is-session-open.ts';

/** Composes what says whether a patron's session goes on, by which membership's authorizer judges tokens. */
export const patronSessions: (runtime: Pick<Runtime, 'environment'>) => IsSessionOpen = isSessionOpen;
