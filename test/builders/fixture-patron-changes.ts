import { contract } from '../../functions/patrons/operations/get-batch/contract.ts';
import type { SceneCall } from './scene.ts';

const { batch, lines } = contract.example.output;
const { planned, ...others } = batch.counts;
const ends: Record<string, object> = {
  onwards: { state: 'done', counts: { ...others, done: planned } },
  back: { state: 'undone', counts: { ...others, undone: planned } },
};
let end: object = {};

/** The scenes of a change of many patrons, which is done as soon as it is started, and undone at once. */
export const fixturePatronChanges = {
  'patrons-run-batch': ({ body }: SceneCall) => {
    end = ends[String(body.way)] ?? {};
    return { json: { ...batch, ...end } };
  },
  'patrons-get-batch': ({ query }: SceneCall) => ({
    json: {
      batch: { ...batch, ...end },
      lines: lines.map((line) => ({ ...line, state: query.get('of') ?? 'planned' })),
    },
  }),
};
