import { type Comparison, CqlRefusal } from './cql.ts';

/** A token of a query: a word or a quoted text (its backslashes unchanged), a comparison, a parenthesis, a slash, or the end. */
export type CqlToken =
  | { kind: 'word' | 'quoted'; text: string; at: number }
  | { kind: 'comparison'; text: Comparison; at: number }
  | { kind: '(' | ')' | '/' | 'end'; text: string; at: number };

/** The maximum length of a query, in characters. */
const LONGEST_CQL = 8_000;

const spaces = /\s+/y;
const comparison = /<=|>=|<>|==|[=<>]/y;
const word = /(?:\\[\s\S]|[^\s()=<>"/\\])+/y;
const quoted = /"((?:\\[\s\S]|[^"\\])*)"/y;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const tokenAt = (text: string, at: number): CqlToken & { to: number } => {
  const first = text[at] ?? '';
  if (first === '(' || first === ')' || first === '/') return { kind: first, text: first, at, to: at + 1 };
  const symbol = match(comparison, text, at)?.[0];
  if (symbol !== undefined) return { kind: 'comparison', text: symbol as Comparison, at, to: at + symbol.length };
  const string = match(quoted, text, at);
  if (string) return { kind: 'quoted', text: string[1] ?? '', at, to: at + string[0].length };
  if (first === '"') throw new CqlRefusal(14, text.slice(at, at + 40));
  const plain = match(word, text, at)?.[0];
  // A backslash with nothing after it.
  if (plain === undefined) throw new CqlRefusal(26, text.slice(at, at + 1));
  return { kind: 'word', text: plain, at, to: at + plain.length };
};

/** Tokenizes a query, in time linear in its length. Throws `CqlRefusal` for one that is too long or has unclosed quotes. */
export const cqlTokens = (text: string): CqlToken[] => {
  if (text.length > LONGEST_CQL) throw new CqlRefusal(12, String(LONGEST_CQL));
  const tokens: CqlToken[] = [];
  let at = 0;
  for (;;) {
    at += match(spaces, text, at)?.[0].length ?? 0;
    if (at >= text.length) break;
    const { to, ...token } = tokenAt(text, at);
    tokens.push(token);
    at = to;
  }
  return [...tokens, { kind: 'end', text: '', at }];
};
