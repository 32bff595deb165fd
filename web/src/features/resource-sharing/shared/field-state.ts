import type { Field } from './requests.ts';
import type { StepInput } from './use-steps.ts';

/** A field of a step's form: what was said so far, and how more is said. */
export type FieldState = { field: Field; input: StepInput; change: (more: StepInput) => void };
