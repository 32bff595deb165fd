import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../infra/build-app.ts';
import { type Config, readConfig } from '../../infra/config.ts';
import type { Target } from '../../infra/local-differences.ts';

/** A resource of a synthesised template. */
export type Resource = { Type: string; DeletionPolicy?: string; Properties?: Record<string, unknown> };

/** All templates of a deployment: resources by stack (its name after the deployment's) and logical id. */
export type Stacks = Record<string, Record<string, Resource>>;

/** The app of a target, with the settings' defaults and what differs from them; not synthesised yet. */
export const anApp = (target: Target, settings: Partial<Config> = {}): App => {
  const context = { 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:defaultCrossStackReferences': 'strong' };
  const app = new App({ context });
  buildApp(app, { ...readConfig('no-such-file'), ...settings }, target);
  return app;
};

/** Synthesises the templates of a target. */
export const synthesised = (target: Target, settings: Partial<Config> = {}): Stacks =>
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

/** All resources of a type, over all stacks. */
export const ofType = (stacks: Stacks, type: string): Resource[] =>
  Object.values(stacks)
    .flatMap((resources) => Object.values(resources))
    .filter((resource) => resource.Type === type);
