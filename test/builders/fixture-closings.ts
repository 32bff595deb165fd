import { contract } from '../../functions/circulation/operations/run-closing/contract.ts';
import { exampleClosing } from '../../functions/circulation/schemas/closings.ts';

/** The closing of a branch after a request: looked for, done, or taken back. */
export const fixtureClosing = (way: unknown) => {
  if (way === 'look') return exampleClosing;
  return way === 'back'
    ? { ...exampleClosing, state: 'undone', counts: { undone: 121, left: 3 } }
    : contract.example.output;
};
