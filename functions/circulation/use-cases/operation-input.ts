import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';

/** The input of a writing operation. `now` in epoch ms; `keep` returns the writes that store the response under the request's key. */
export type OperationInput<Body, Answer> = { actor: Actor | undefined; body: Body; now: number; keep: Keep<Answer> };
