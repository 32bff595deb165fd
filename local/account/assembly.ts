import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { stackNames } from '../after-deploy.ts';

const templateSchema = z.object({
  // An empty stack has none: `cdk deploy` deletes it.
  Resources: z.record(z.string(), z.object({ Type: z.string(), DeletionPolicy: z.string().optional() })).default({}),
});

/** A synthesised stack: its name, its number of IAM roles, and the types of resource that AWS keeps when it is deleted. */
export type AssembledStack = { name: string; resources: number; roles: number; retained: string[] };

/** The synthesised stacks of one deployment, and the folder that they are in. */
export type Assembly = { folder: string; stacks: AssembledStack[] };

/** Reads a synthesised assembly. */
export const readAssembly = (folder: string): Assembly => ({
  folder,
  stacks: stackNames(folder).map((name) => {
    const text = readFileSync(join(folder, `${name}.template.json`), 'utf8');
    const resources = Object.values(templateSchema.parse(JSON.parse(text)).Resources);
    const retained = resources.filter(({ DeletionPolicy }) => DeletionPolicy?.startsWith('Retain'));
    return {
      ...{ name, resources: resources.length },
      roles: resources.filter(({ Type }) => Type === 'AWS::IAM::Role').length,
      retained: retained.map(({ Type }) => Type),
    };
  }),
});
