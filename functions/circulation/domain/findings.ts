import type { Params } from '../../../layers/kernel/params.ts';
import type { Refusal } from './decision.ts';
import { circulationRefusals, type ParamsOf, type RefusalCode } from './refusals.ts';

/** A rule looked at: the refusal it stands for, whether it lets through, and on which ground; `params` are its figures. */
export type Finding<C extends RefusalCode> = { check: C; passed: boolean; detail: string; params?: Params };

/** Says what a rule found, in a sentence and, for who says it in other words, in figures under the names that its code has. */
export const finding = <C extends RefusalCode>(
  check: C,
  passed: boolean,
  detail: string,
  ...[params]: ParamsOf<C>
): Finding<C> => ({ check, passed, detail, ...(params && { params }) });

/** A finding that lets not through, as the refusal that is answered. */
export const refusalOf = <C extends RefusalCode>({ check, detail, params }: Finding<C>): Refusal<C> => ({
  code: check,
  detail,
  ...(params && { params }),
});

/** A supervisor's word (C65): who, why, and the due date when the rules give none fit. The operation has checked the role. */
export type Override = { by: string; comment: string; due?: string };

const failed = <C extends RefusalCode>(findings: readonly Finding<C>[]): Finding<C>[] =>
  findings.filter(({ passed }) => !passed);

/** All reasons why not, at once; with an override, those that nobody may let through. */
export const refusalsIn = <C extends RefusalCode>(findings: readonly Finding<C>[], override?: Override): Refusal<C>[] =>
  failed(findings)
    .filter(({ check }) => override === undefined || !circulationRefusals[check].overridable)
    .map(refusalOf);

/** What an override let through: the codes that would have refused. */
export const overridden = <C extends RefusalCode>(findings: readonly Finding<C>[], override?: Override): C[] =>
  override === undefined ? [] : failed(findings).map(({ check }) => check);
