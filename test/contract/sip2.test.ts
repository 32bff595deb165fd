import { globSync, readFileSync } from 'node:fs';
import type * as z from 'zod';
import { operations } from '../../functions/operations.ts';
import * as answers from '../../gateways/sip2/answers.ts';
import { settingsSchema } from '../../gateways/sip2/settings.ts';

/** The part of each operation's response that the gateway reads. */
const read: Record<string, z.ZodType> = {
  'circulation-show-status': answers.statusAnswer,
  'circulation-check-out': answers.checkOutAnswer,
  'circulation-check-in': answers.checkInAnswer,
  'circulation-renew': answers.renewAnswer,
  'circulation-pay-bill': answers.paymentAnswer,
  'circulation-place-hold': answers.holdResponse,
  'circulation-cancel-hold': answers.holdResponse,
  'circulation-change-pickup': answers.holdResponse,
  'catalogue-get-item': answers.itemAnswer,
  'discovery-get-record': answers.recordAnswer,
};
const contractOf = (id: string) => {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`The gateway for SIP2 reads ${id}, which there is not.`);
  return found;
};

test.each(Object.entries(read))('the SIP2 gateway reads the response of %s as its contract shows it', (id, schema) => {
  const contract = contractOf(id);
  expect(schema.safeParse(contract.example.output)).toMatchObject({ success: true });
  expect(contract.permission.some(({ who }) => who === 'machine' || who === 'anyone')).toBe(true);
});

test('every path that the SIP2 gateway calls is one of an operation', () => {
  const called = globSync('gateways/sip2/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['`](\/v1\/[^'`]+)['`]/g)].map(([, path = '']) =>
      path.replaceAll(/\$\{[^}]+\}/g, '{}'),
    ),
  );
  const known = operations.map(({ path }) => path.replaceAll(/\{\w+\}/g, '{}'));
  expect(called.length).toBeGreaterThan(7);
  // The path of a hold is completed by what is done to it.
  expect(called.filter((path) => !known.some((one) => one === path || one.startsWith(`${path}/`)))).toEqual([]);
});

test('the settings of the example and of the demo are valid, and the example names every secret by variable or file', () => {
  const example: unknown = JSON.parse(readFileSync('gateways/sip2/settings.example.json', 'utf8'));
  const demo: unknown = JSON.parse(readFileSync('gateways/sip2/settings.demo.json', 'utf8'));
  for (const one of [example, demo]) expect(settingsSchema.safeParse(one)).toMatchObject({ success: true });
  expect(settingsSchema.safeParse({ ...(example as object), allow: ['10.20.0.0/99'] }).success).toBe(false);
});
