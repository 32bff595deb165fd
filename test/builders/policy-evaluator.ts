type OneOrMany = string | readonly string[];

/** A statement of a policy with its values resolved, with the elements that our templates use. */
export type Statement = {
  Effect: 'Allow' | 'Deny';
  Sid?: string;
  Principal?: '*' | Record<string, OneOrMany>;
  Action?: OneOrMany;
  Resource?: OneOrMany;
  Condition?: Record<string, Record<string, OneOrMany>>;
};

/** One call to a resource: by a service itself or by a role, with the condition keys that AWS sets for it. */
export type Call = {
  by: { service: string } | { role: string };
  action: string;
  resource: string;
  context: Record<string, string>;
};

/** `not-allowed`: no statement allows the call; `denied`: one denies it. */
export type Decision = 'allowed' | 'not-allowed' | 'denied';

const known = new Set(['Effect', 'Sid', 'Principal', 'Action', 'Resource', 'Condition']);

const many = (values: OneOrMany): readonly string[] => (typeof values === 'string' ? [values] : values);

const like = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(value);

/** Compares ARNs part by part, so that a wildcard does not reach into the next part; only the last part may contain colons. */
const arnLike = (pattern: string, value: string): boolean => {
  const parts = (arn: string): string[] => [...arn.split(':').slice(0, 5), arn.split(':').slice(5).join(':')];
  const wanted = parts(pattern);
  return parts(value).every((part, index) => like(wanted[index] ?? '', part));
};

const operators: Record<string, (wanted: string, actual: string) => boolean> = {
  Bool: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
  StringEquals: (wanted, actual) => wanted === actual,
  StringLike: like,
  ArnEquals: arnLike,
  ArnLike: arnLike,
};

const holds = (condition: NonNullable<Statement['Condition']>, context: Call['context']): boolean =>
  Object.entries(condition).every(([operator, keys]) => {
    const compare = operators[operator];
    if (!compare) throw new Error(`The evaluator does not know the operator ${operator}.`);
    return Object.entries(keys).every(([key, wanted]) => {
      // Names of condition keys are case-insensitive; a comparison with an absent key does not hold.
      const actual = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
      return actual !== undefined && many(wanted).some((value) => compare(String(value), actual));
    });
  });

const rootOf = (role: string): string => `arn:aws:iam::${role.split(':')[4]}:root`;

const matchesPrincipal = (principal: Statement['Principal'], { by }: Call): boolean => {
  if (principal === undefined || principal === '*') return true;
  const aws = many(principal.AWS ?? []);
  if ('service' in by) return aws.includes('*') || many(principal.Service ?? []).includes(by.service);
  return aws.some((one) => one === '*' || one === by.role || one === rootOf(by.role));
};

const applies = (statement: Statement, call: Call): boolean => {
  const foreign = Object.keys(statement).find((element) => !known.has(element));
  if (foreign !== undefined) throw new Error(`The evaluator does not know the element ${foreign}.`);
  const { Principal, Action = [], Resource, Condition = {} } = statement;
  return (
    matchesPrincipal(Principal, call) &&
    many(Action).some((action) => like(action.toLowerCase(), call.action.toLowerCase())) &&
    (Resource === undefined || many(Resource).some((resource) => like(resource, call.resource))) &&
    holds(Condition, call.context)
  );
};

/**
 * Decides a call as AWS does within one account: a denial wins, and one statement must allow it. Takes the statements of the
 * resource's policy and, for a role, those of the role. Throws for elements and operators that it does not know.
 */
export const decide = (call: Call, statements: readonly Statement[]): Decision => {
  const effects = statements.filter((statement) => applies(statement, call)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'denied';
  return effects.includes('Allow') ? 'allowed' : 'not-allowed';
};
