import type { Field } from './requests.ts';
import type { Said } from './use-steps.ts';

/** A field of a step's form: what was said so far, and how more is said. */
export type Told = { field: Field; said: Said; tell: (more: Said) => void };
