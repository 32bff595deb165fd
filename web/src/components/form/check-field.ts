import type { FormRule } from '../../../build/form-rules.ts';

/** A fault of a field that is found before it is sent, with the bound that it breaks. */
export type FieldFault = {
  fault: 'missing' | 'too-short' | 'too-long' | 'too-small' | 'too-large' | 'no-fit';
  bound: number;
};

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const sizeFault = (size: number, { min, max }: FormRule, faults: [FieldFault['fault'], FieldFault['fault']]) => {
  if (min !== undefined && size < min) return { fault: faults[0], bound: min };
  return max !== undefined && size > max ? { fault: faults[1], bound: max } : undefined;
};

/** Returns the fault of a value by the rule of its field. An optional field may be empty. */
export const checkField = (value: unknown, rule: FormRule): FieldFault | undefined => {
  const text = typeof value === 'string' ? value.trim() : value;
  if (text === '' || text === undefined) return rule.required ? { fault: 'missing', bound: 0 } : undefined;
  if (rule.kind === 'number') {
    const number = Number(text);
    if (!Number.isFinite(number)) return { fault: 'no-fit', bound: 0 };
    return sizeFault(number, rule, ['too-small', 'too-large']);
  }
  if (typeof text !== 'string') return undefined;
  const fits =
    (rule.kind !== 'email' || emailForm.test(text)) &&
    (rule.kind !== 'uri' || URL.canParse(text)) &&
    (rule.pattern === undefined || new RegExp(rule.pattern, 'u').test(text));
  return (
    sizeFault([...text].length, rule, ['too-short', 'too-long']) ?? (fits ? undefined : { fault: 'no-fit', bound: 0 })
  );
};
