/** What a deployment would change in one stack. `replaced` and `removed` name the resources, because their contents may be lost. */
export type StackChanges = { stack: string; added: number; changed: number; removed: string[]; replaced: string[] };

/** Reads the output of `cdk diff`; stacks without differences are left out. */
export const changesIn = (lines: readonly string[]): StackChanges[] => {
  const all: StackChanges[] = [];
  for (const line of lines) {
    const [, stack] = /^Stack (\S+)/.exec(line) ?? [];
    if (stack !== undefined) all.push({ stack, added: 0, changed: 0, removed: [], replaced: [] });
    const current = all.at(-1);
    // Parameters, outputs and conditions have other words in the second place.
    const [, sign, resource = ''] = /^\[([-+~])\] ((?:AWS|Custom)::\S+ .+)$/.exec(line) ?? [];
    if (!current || sign === undefined) continue;
    if (sign === '+') current.added += 1;
    else if (sign === '-') current.removed.push(resource);
    else if (/ (may be replaced|replace)$/.test(resource)) current.replaced.push(resource);
    else current.changed += 1;
  }
  return all.filter(({ added, changed, removed, replaced }) => added + changed + removed.length + replaced.length > 0);
};

const counted = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${what}`]);

/** Returns the lines that show the changes: one a stack, and one for each resource that would be removed or replaced. */
export const linesOfChanges = (all: readonly StackChanges[]): string[] =>
  all.flatMap(({ stack, added, changed, removed, replaced }) => [
    `  ${stack.padEnd(28)} ${[
      ...counted(added, 'new'),
      ...counted(changed, 'changed'),
      ...counted(replaced.length, 'replaced'),
      ...counted(removed.length, 'removed'),
    ].join(', ')}`,
    ...replaced.map((resource) => `      replaced: ${resource}`),
    ...removed.map((resource) => `      removed: ${resource}`),
  ]);
