import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../infra/build-app.ts';
import { type Config, readConfig } from '../../infra/config.ts';
import type { Target } from '../../infra/local-differences.ts';

/** A resource of a synthesised template. */
export type Resource = {
  Type: string;
  DeletionPolicy?: string;
  DependsOn?: string | string[];
  Properties?: Record<string, unknown>;
};

/** All templates of a deployment: resources by stack (its name after the deployment's) and logical id. */
export type Stacks = Record<string, Record<string, Resource>>;

/** An output of a synthesised template. */
type Output = { Value: unknown; Export?: { Name: unknown } };

/** A synthesised template, as far as tests look at it. */
export type WholeTemplate = { Resources: Record<string, Resource>; Outputs?: Record<string, Output> };

/** The app of a target, with the settings' defaults and overrides; not synthesised yet. */
export const anApp = (target: Target, settings: Partial<Config> = {}): App => {
  const { context: settled } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  const context = { ...settled, 'aws:cdk:bundling-stacks': [] };
  // The CDK's own validation only warns, and takes two thirds of the time of a synthesis; a deployment to AWS runs it.
  const app = new App({ context, builtinCloudFormationValidation: false });
  buildApp(app, { ...readConfig('no-such-file'), ...settings }, target);
  return app;
};

const synthesise = (target: Target, settings: Partial<Config>): Record<string, WholeTemplate> =>
  Object.fromEntries(
    anApp(target, settings).node.children.flatMap((stack) =>
      'templateFile' in stack
        ? [
            [
              stack.node.id.slice(stack.node.id.indexOf('-') + 1),
              // An empty stack has no section of resources.
              { Resources: {}, ...Template.fromStack(stack as never).toJSON() } as WholeTemplate,
            ],
          ]
        : [],
    ),
  );

/**
 * Synthesises the templates of a target, by stack (its name after the deployment's). A test run caches them in a folder
 * (CONCORD_TEMPLATES): otherwise each test file would spend seconds on the same ones.
 */
export const wholeTemplates = (target: Target, settings: Partial<Config> = {}): Record<string, WholeTemplate> => {
  const folder = process.env.CONCORD_TEMPLATES;
  if (folder === undefined) return synthesise(target, settings);
  const name = createHash('sha256')
    .update(JSON.stringify([target, settings]))
    .digest('hex');
  const file = join(folder, `${name}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<string, WholeTemplate>;
  const templates = synthesise(target, settings);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(templates));
  return templates;
};

/** The resources of the templates of a target. */
export const synthesised = (target: Target, settings: Partial<Config> = {}): Stacks =>
  Object.fromEntries(
    Object.entries(wholeTemplates(target, settings)).map(([stack, { Resources }]) => [stack, Resources]),
  );

/** The resources of one stack, for the CDK's own assertions. */
export const templateOf = (stack: string, target: Target = 'aws', settings: Partial<Config> = {}): Template =>
  Template.fromJSON({ Resources: synthesised(target, settings)[stack] ?? {} });

/** All resources of a type, in all stacks. */
export const ofType = (stacks: Stacks, type: string): Resource[] =>
  Object.values(stacks)
    .flatMap((resources) => Object.values(resources))
    .filter((resource) => resource.Type === type);
