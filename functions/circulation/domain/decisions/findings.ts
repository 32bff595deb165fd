import type { Params } from '../../../../layers/kernel/params.ts';
import type { Refusal } from './decision.ts';
import { circulationRefusals, type ParamsOf, type RefusalCode } from './refusals.ts';

/**
 * The result of a checked rule: the refusal code, whether it passed, and why; `params` are its figures. `overridable` is present where it
 * differs from that of the code.
 */
export type Finding<C extends RefusalCode> = {
  check: C;
  passed: boolean;
  detail: string;
  params?: Params;
  overridable?: boolean;
};

/** Returns a finding: a sentence, and the figures under the names of its code for clients with their own wording. */
export const finding = <C extends RefusalCode>(
  check: C,
  passed: boolean,
  detail: string,
  ...[params]: ParamsOf<C>
): Finding<C> => ({ check, passed, detail, ...(params && { params }) });

/** Returns a failed finding as a refusal. */
export const refusalOf = <C extends RefusalCode>({ check, detail, params }: Finding<C>): Refusal<C> => ({
  code: check,
  detail,
  ...(params && { params }),
});

/** A supervisor's override (C65): who, why, and the due date when the rules give none. The operation has checked the role. */
export type Override = { by: string; comment: string; due?: string };

/** Returns whether a supervisor may override a failed check. */
export const isOverridable = ({ check, overridable }: Pick<Finding<RefusalCode>, 'check' | 'overridable'>): boolean =>
  overridable ?? circulationRefusals[check].overridable;

const failed = <C extends RefusalCode>(findings: readonly Finding<C>[]): Finding<C>[] =>
  findings.filter(({ passed }) => !passed);

/** Returns all refusals at once; with an override, only those that nobody may override. */
export const refusalsIn = <C extends RefusalCode>(findings: readonly Finding<C>[], override?: Override): Refusal<C>[] =>
  failed(findings)
    .filter((one) => override === undefined || !isOverridable(one))
    .map(refusalOf);

/** Returns the refusal codes that an override waived. */
export const overridden = <C extends RefusalCode>(findings: readonly Finding<C>[], override?: Override): C[] =>
  override === undefined ? [] : failed(findings).map(({ check }) => check);
