import { illFormedPaths } from './ill-formed.ts';

/** Encodes a value as text for URLs: JSON in base64url. */
export const writeOpaque = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Decodes what `writeOpaque` wrote; undefined when the text is no such value, or a text in it is ill-formed. Never throws. */
export const readOpaque = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return illFormedPaths(value).length === 0 ? value : undefined;
  } catch {
    return undefined;
  }
};
