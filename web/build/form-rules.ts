import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * The rule of one field of a form. `min` and `max` bound the length of a text and the value of a number; `pattern` is a regular expression
 * of the whole text.
 */
export type FormRule = {
  required?: true;
  min?: number;
  max?: number;
  pattern?: string;
  kind?: 'email' | 'date' | 'uri' | 'number' | 'flag';
};
/** The rules of the body of an operation, by path: `person.name.family`. Lists have no rules of their own. */
export type FormRules = Readonly<Record<string, FormRule>>;

type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  allOf?: Schema[];
};
type Operation = {
  operationId?: string;
  requestBody?: { content?: Record<string, { schema?: Schema }> };
};
/** The parts of an OpenAPI document that rules are read from. */
export type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const formats: Readonly<Record<string, FormRule['kind']>> = { email: 'email', date: 'date', uri: 'uri' };

const kindOf = ({ type, format = '' }: Schema): FormRule['kind'] => {
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'boolean' ? 'flag' : formats[format];
};

const ruleOf = (schema: Schema, isRequired: boolean): FormRule => {
  const kind = kindOf(schema);
  const min = schema.minLength ?? schema.minimum;
  const max = schema.maxLength ?? schema.maximum;
  return {
    ...(isRequired && kind !== 'flag' && { required: true as const }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    // The formats have patterns of their own, which the browser and the API check.
    ...(schema.pattern !== undefined && kind === undefined && { pattern: schema.pattern }),
    ...(kind !== undefined && { kind }),
  };
};

/** Returns the rules for the fields of an operation's body. Throws when there is no such operation, or it takes no body. */
export const formRules = ({ paths, components }: Document, operationId: string): FormRules => {
  const operation = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find((one) => one.operationId === operationId);
  const body = operation?.requestBody?.content?.['application/json']?.schema;
  if (!body) throw new Error(`${operationId} is no operation with a body.`);
  const resolved = (schema: Schema): Schema => {
    const name = schema.$ref?.split('/').at(-1);
    if (name === undefined) return schema;
    const { $ref: _, ...own } = schema;
    return { ...resolved(components.schemas[name] ?? {}), ...own };
  };
  const rules: Record<string, FormRule> = {};
  const add = (schema: Schema, path: string, isRequired: boolean): void => {
    const one = resolved(schema);
    if (!one.properties) {
      if (path !== '') rules[path] = ruleOf(one, isRequired);
      return;
    }
    for (const [name, inner] of Object.entries(one.properties)) {
      const isNeeded = isRequired && (one.required ?? []).includes(name);
      add(inner, path === '' ? name : `${path}.${name}`, isNeeded);
    }
  };
  add(body, '', true);
  return rules;
};

const prefix = 'virtual:form/';

/** Gives `virtual:form/<operation id>` the rules of that operation's body, read from the OpenAPI document at build. */
export const formRulesPlugin = (document: string): Plugin => ({
  name: 'form-rules',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${prefix}`)) return undefined;
    this.addWatchFile(document);
    const rules = formRules(JSON.parse(readFileSync(document, 'utf8')) as Document, id.slice(prefix.length + 1));
    return `export default ${JSON.stringify(rules)};`;
  },
});
