import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import type { PatronNames } from './membership/public/patron-names.ts';
import { patronNames as ofPatrons } from './patrons/public/patron-names.ts';

/** Composes the names of patrons, which membership shows to those who ask who they are. */
export const patronNames: (runtime: Pick<Runtime, 'environment'>) => PatronNames = ofPatrons;
