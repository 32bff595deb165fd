import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../infra/build-app.ts';
import { type Config, readConfig } from '../../infra/config.ts';
import type { Target } from '../../infra/local-differences.ts';

/** A resource of a synthesised template. */
export type Resource = { Type: string; DeletionPolicy?: string; Properties?: Record<string, unknown> };

/** All templates of a deployment: resources by stack (its name after the deployment's) and logical id. */
export type Stacks = Record<string, Record<string, Resource>>;

/** The app of a target, with the settings' defaults and overrides; not synthesised yet. */
export const anApp = (target: Target, settings: Partial<Config> = {}): App => {
  const context = { 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:defaultCrossStackReferences': 'strong' };
  const app = new App({ context });
  buildApp(app, { ...readConfig('no-such-file'), ...settings }, target);
  return app;
};

const synthesise = (target: Target, settings: Partial<Config>): Stacks =>
  Object.fromEntries(
    anApp(target, settings).node.children.flatMap((stack) =>
      'templateFile' in stack
        ? [
            [
              stack.node.id.slice(stack.node.id.indexOf('-') + 1),
              Template.fromStack(stack as never).toJSON().Resources as Record<string, Resource>,
            ],
          ]
        : [],
    ),
  );

/**
 * Synthesises the templates of a target. A test run caches them in a folder (CONCORD_TEMPLATES): otherwise each test file would
 * spend seconds on the same ones.
 */
export const synthesised = (target: Target, settings: Partial<Config> = {}): Stacks => {
  const folder = process.env.CONCORD_TEMPLATES;
  if (folder === undefined) return synthesise(target, settings);
  const name = createHash('sha256')
    .update(JSON.stringify([target, settings]))
    .digest('hex');
  const file = join(folder, `${name}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Stacks;
  const stacks = synthesise(target, settings);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(stacks));
  return stacks;
};

/** The resources of one stack, for the CDK's own assertions. */
export const templateOf = (stack: string, target: Target = 'aws', settings: Partial<Config> = {}): Template =>
  Template.fromJSON({ Resources: synthesised(target, settings)[stack] ?? {} });

/** All resources of a type, in all stacks. */
export const ofType = (stacks: Stacks, type: string): Resource[] =>
  Object.values(stacks)
    .flatMap((resources) => Object.values(resources))
    .filter((resource) => resource.Type === type);
