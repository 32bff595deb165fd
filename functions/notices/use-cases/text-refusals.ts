import type { TemplateFault } from '../domain/template.ts';

/** Converts the faults of a text into refusals, each with the pointer of its field; `at` is the pointer of the text itself. */
export const textRefusals = (faults: readonly TemplateFault[], at: string) =>
  faults.map(({ code, field, name }) => ({
    code,
    detail: code === 'notices-missing' ? 'Put {notices} where they belong.' : `There is no {${name}} here.`,
    pointer: `${at}/${field}`,
  }));
