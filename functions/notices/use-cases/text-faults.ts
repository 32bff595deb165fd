import type { TemplateFault } from '../domain/template.ts';

/** What is wrong with a text as refusals, each with the field named. Takes where in the request the text stands. */
export const textFaults = (faults: readonly TemplateFault[], at: string) =>
  faults.map(({ code, field, name }) => ({
    code,
    detail: code === 'notices-missing' ? 'Put {notices} where they belong.' : `There is no {${name}} here.`,
    pointer: `${at}/${field}`,
  }));
