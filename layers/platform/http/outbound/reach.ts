import type { Runtime } from '../../runtime/runtime.ts';
import type { Reach } from './post.ts';

/** Returns where this deployment may send to: the public internet, and on one machine also that machine. */
export const reachOf = ({ environment }: Pick<Runtime, 'environment'>): Reach => ({
  onThisMachine: environment.maybe('PARTNERS_HERE') === 'true',
});
