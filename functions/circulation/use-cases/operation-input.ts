import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';

/** A writing request as its operation hands it over. `now` in epoch ms; `keep` gives the writes that store the answer under the request's key. */
export type OperationInput<Body, Answer> = { actor: Actor | undefined; body: Body; now: number; keep: Keep<Answer> };
