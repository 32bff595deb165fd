/**
 * The changes of a deployment in one stack. `replaced` and `removed` name the resources, because their contents may be lost; `others`
 * counts parameters, outputs and the like; `permissions` are the CDK's tables of changes to IAM and security groups, line by line.
 */
export type StackChanges = {
  stack: string;
  added: number;
  changed: number;
  removed: string[];
  replaced: string[];
  others: number;
  permissions: string[];
};

const isEmpty = ({ added, changed, removed, replaced, others, permissions }: StackChanges): boolean =>
  added + changed + removed.length + replaced.length + others + permissions.length === 0;

/** Counts a line of a change in its stack. */
const countLine = (line: string, current: StackChanges): void => {
  const [, sign, what = ''] = /^\[([-+~])\] (\S+ .+)$/.exec(line) ?? [];
  if (sign === undefined) return;
  // Parameters, outputs and conditions have other words in the second place.
  if (!/^(?:AWS|Custom)::/.test(what)) current.others += 1;
  else if (sign === '+') current.added += 1;
  else if (sign === '-') current.removed.push(what);
  else if (/ (may be replaced|replace)$/.test(what)) current.replaced.push(what);
  else current.changed += 1;
};

/** Reads the output of `cdk diff`; stacks without differences are left out. */
export const changesIn = (lines: readonly string[]): StackChanges[] => {
  const all: StackChanges[] = [];
  for (const line of lines) {
    const [, stack] = /^Stack (\S+)/.exec(line) ?? [];
    if (stack !== undefined)
      all.push({ stack, added: 0, changed: 0, removed: [], replaced: [], others: 0, permissions: [] });
    const current = all.at(-1);
    if (!current) continue;
    // Only these tables have a title or frame of this kind.
    if (/^(?:IAM .+ Changes|Security Group Changes)$|^[┌├│└]/.test(line)) current.permissions.push(line);
    else countLine(line, current);
  }
  return all.filter((stack) => !isEmpty(stack));
};

/** Returns how many stacks differ by the CDK's own count, undefined when its output has none. */
export const differingStacks = (lines: readonly string[]): number | undefined => {
  const [, count] = /Number of stacks with differences: (\d+)/.exec(lines.join('\n')) ?? [];
  return count === undefined ? undefined : Number(count);
};

const counted = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${what}`]);

/** Returns the lines that show the changes: one a stack, and one for each resource that would be removed or replaced. */
export const linesOfChanges = (all: readonly StackChanges[]): string[] =>
  all.flatMap(({ stack, added, changed, removed, replaced, others, permissions }) => [
    `  ${stack.padEnd(28)} ${[
      ...counted(added, 'new'),
      ...counted(changed, 'changed'),
      ...counted(replaced.length, 'replaced'),
      ...counted(removed.length, 'removed'),
      ...counted(others, 'other (parameters, outputs)'),
      ...(permissions.length > 0 ? ['with changes of permissions'] : []),
    ].join(', ')}`,
    ...replaced.map((resource) => `      replaced: ${resource}`),
    ...removed.map((resource) => `      removed: ${resource}`),
  ]);

/** Returns the lines that show the changes of permissions of a stack; nothing for a stack that does not exist yet. */
export const linesOfPermissions = ({ stack, permissions }: StackChanges, exists: boolean): string[] =>
  permissions.length === 0 || !exists
    ? []
    : [`Changes of permissions in ${stack}`, ...permissions.map((line) => `  ${line}`)];
