/** A refusal as the provider writes it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The parameters of each request that changes something: required ones end with `!`. */
const known: readonly { path: RegExp; names: readonly string[] }[] = [
  {
    path: /^\/v1\/checkout\/sessions$/,
    names: [
      ...['mode!', 'success_url!', 'cancel_url', 'client_reference_id', 'expires_at', 'metadata[payment]'],
      ...[
        'line_items[0][quantity]!',
        'line_items[0][price_data][currency]!',
        'line_items[0][price_data][unit_amount]!',
      ],
      ...['line_items[0][price_data][product_data][name]!', 'payment_intent_data[metadata][payment]'],
    ],
  },
  { path: /^\/v1\/checkout\/sessions\/[^/]+\/expire$/, names: [] },
  { path: /^\/v1\/refunds$/, names: ['payment_intent!', 'amount', 'reason', 'metadata[refund]'] },
];

/** Refuses a parameter that the provider does not know, and a request that lacks a required one. */
export const checkParameters = (path: string, form: URLSearchParams): void => {
  const row = known.find((one) => one.path.test(path));
  if (row === undefined) throw new Refusal(404, 'resource_missing', `Unrecognized request URL (POST: ${path}).`);
  const names = row.names.map((name) => name.replace('!', ''));
  for (const name of form.keys())
    if (!names.includes(name)) throw new Refusal(400, 'parameter_unknown', `Received unknown parameter: ${name}`);
  for (const name of row.names)
    if (name.endsWith('!') && !form.get(name.slice(0, -1)))
      throw new Refusal(400, 'parameter_missing', `Missing required param: ${name.slice(0, -1)}.`);
};

/** Returns a whole number of a form; refuses anything else. */
export const wholeNumber = (form: URLSearchParams, name: string): number => {
  const text = form.get(name) ?? '';
  if (!/^\d{1,12}$/.test(text)) throw new Refusal(400, 'parameter_invalid_integer', `Invalid integer: ${text}`);
  return Number(text);
};
