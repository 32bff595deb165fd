import type { Field } from './requests.ts';
import type { StepInput } from './use-steps.ts';

/** A field of a step's form: its input so far, and how to change it. */
export type FieldState = { field: Field; input: StepInput; change: (more: StepInput) => void };
