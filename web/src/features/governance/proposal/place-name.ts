import { codeName } from '../../../components/code-name.ts';

const readable = (name: string): string =>
  codeName(
    name.replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before}-${after.toLowerCase()}`),
  );

/** Returns the place of a value in a policy (JSON Pointer) in words: `/rules/film/loanPeriod` is “Rules › Film › Loan period”. */
export const placeName = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => readable(part.replaceAll('~1', '/').replaceAll('~0', '~')))
    .filter((part) => part !== 'Values')
    .join(' › ');

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join(', ') || '–';
  if (isMap(value))
    return Object.entries(value)
      .map(([name, one]) => `${readable(name)}: ${textOf(one)}`)
      .join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Returns a value of a policy, as JSON, as text. */
export const valueText = (json: string): string => textOf(JSON.parse(json));
