import { createHash } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type * as z from 'zod';
import { illFormedPaths } from '../../../kernel/text/ill-formed.ts';
import { isSafe } from '../contract.ts';
import type { Exchange, HttpEvent } from '../exchange.ts';
import { type HttpAnswer, type ProblemError, refusedBy } from '../problem.ts';
import { requireRole } from './require-permission.ts';

const pointerOf = (part: string, path: PropertyKey[]): string =>
  `/${[part, ...path].map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`.toWellFormed();

/** Converts zod's issues to JSON pointers; an unknown field is named itself, not only the object that contains it. */
const errorsOf = (part: string, error: z.ZodError): ProblemError[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointerOf(part, [...issue.path, key]),
          code: 'unknown-field',
          detail: 'This field is not known here.',
        }))
      : [{ pointer: pointerOf(part, issue.path), code: issue.code.replaceAll('_', '-'), detail: issue.message }],
  );

/** The pointers of texts that no part of Concord stores: no schema needs to refuse them. */
const illFormedIn = (part: string, value: unknown): ProblemError[] =>
  (value instanceof Uint8Array ? [] : illFormedPaths(value)).map((path) => ({
    pointer: pointerOf(part, path),
    code: 'ill-formed-text',
    detail: 'This is not well-formed Unicode text, or contains the character NUL.',
  }));

type Body = { raw: string; value: unknown };

/** Decodes the bytes of a body in UTF-8; a replaced character would be stored as what nobody wrote. */
const inUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const fault = { pointer: '/body', code: 'ill-formed-text', detail: 'The body must be in UTF-8.' };
    throw refusedBy('bad-input', undefined, [fault]);
  }
};

const readJson = (raw: string, type: string): Body => {
  if (raw === '') return { raw, value: undefined };
  if (!/^application\/json\b/i.test(type)) throw refusedBy('unsupported-media-type');
  try {
    return { raw, value: JSON.parse(raw) };
  } catch {
    throw refusedBy('bad-json');
  }
};

// Peers omit the content type, or declare XML as plain text or octets; the XML declaration states the encoding.
const xml = /^\s*(?:(?:(?:application|text)\/(?:[\w.-]+\+)?xml|text\/plain|application\/octet-stream)\b|$)/i;

/** Some HTTP clients declare every POST as a form; a body that begins as XML is not a form. */
const form = /^\s*application\/x-www-form-urlencoded\b/i;
const beginsAsXml = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));

const readXml = (bytes: Uint8Array, type: string): Body => {
  if (!xml.test(type) && !(form.test(type) && beginsAsXml(bytes)))
    throw refusedBy('unsupported-media-type', 'The body must be sent as application/xml.');
  return { raw: Buffer.from(bytes).toString('base64'), value: bytes };
};

const readForm = (raw: string, type: string): Body => {
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    throw refusedBy('unsupported-media-type', 'The body must be sent as application/x-www-form-urlencoded.');
  return { raw, value: raw };
};

const readBody = ({ body = '', isBase64Encoded, headers }: HttpEvent, contract: Exchange['contract']): Body => {
  const type = headers['content-type'] ?? '';
  if (contract.consumes === 'application/xml')
    return readXml(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'), type);
  const text = isBase64Encoded ? inUtf8(Buffer.from(body, 'base64')) : body;
  // Signed JSON is passed on as it was sent: its signature is over the text.
  if (contract.consumes === 'application/json') return { raw: text, value: text };
  return contract.consumes === undefined ? readJson(text, type) : readForm(text, type);
};

const keyPattern = /^[\x21-\x7e]{1,255}$/;

// The path is part of the hash: the same body for another loan request is a different request.
const hashOf = (raw: string, path: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([path ?? null, raw]))
    .digest('base64url');

const readKey = (event: HttpEvent, raw: string, path: unknown): { key: string; bodyHash: string } | undefined => {
  const key = event.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (!keyPattern.test(key)) {
    throw refusedBy('bad-input', undefined, [
      { pointer: '/headers/Idempotency-Key', code: 'invalid-format', detail: 'Use 1 to 255 visible ASCII characters.' },
    ]);
  }
  return { key, bodyHash: hashOf(raw, path) };
};

/**
 * Parses path, query and body by the contract's schemas; a refusal names every invalid field at once. Whoever lacks the role is refused
 * before the body is read.
 */
export const parseRequest = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  before: ({ event: exchange }) => {
    const { contract, event } = exchange;
    const errors: ProblemError[] = [];
    const parse = (part: string, schema: z.ZodType | undefined, value: unknown): unknown => {
      if (!schema) return undefined;
      const faults = illFormedIn(part, value);
      if (faults.length > 0) {
        errors.push(...faults);
        return undefined;
      }
      const parsed = schema.safeParse(value);
      if (parsed.success) return parsed.data;
      errors.push(...errorsOf(part, parsed.error));
      return undefined;
    };
    const path = parse('path', contract.params, event.pathParameters ?? {});
    const asked = contract.openQuery ? event.rawQueryString : (event.queryStringParameters ?? {});
    const query = parse('query', contract.query, asked);
    requireRole(exchange, { path, query });
    const { raw, value } = readBody(event, contract);
    const body = parse('body', contract.body, value);
    if (errors.length > 0) throw refusedBy('bad-input', undefined, errors);
    exchange.parsed = { path, query, body };
    if (!isSafe(contract)) {
      const idempotency = readKey(event, raw, path);
      if (idempotency) exchange.idempotency = idempotency;
    }
  },
});
