import type { App } from 'aws-cdk-lib';
import { consumers } from '../functions/consumers.ts';
import { groups } from '../functions/function-groups.ts';
import { contexts } from '../functions/load-contracts.ts';
import { operations } from '../functions/operations.ts';
import type { Config } from './config.ts';
import type { ConcordFunction } from './constructs/concord-function.ts';
import { ContextAlarms } from './constructs/context-alarms.ts';
import type { NamedApi } from './constructs/context-api.ts';
import type { Queues } from './constructs/context-messages.ts';
import { omitLocally } from './constructs/omit-locally.ts';
import { absentLocally, type Target } from './local-differences.ts';
import { inOrderOfMessages } from './message-plan.ts';
import type { SharedResources } from './shared-resources.ts';
import { AnalyticsStack } from './stacks/analytics-stack.ts';
import { CatalogueStack } from './stacks/catalogue-stack.ts';
import { ContentStack } from './stacks/content-stack.ts';
import { ContextStack } from './stacks/context-stack.ts';
import { CoreStack } from './stacks/core-stack.ts';
import { FinanceStack } from './stacks/finance-stack.ts';
import { FirewallStack } from './stacks/firewall-stack.ts';
import { MembershipStack } from './stacks/membership-stack.ts';
import { OnboardingStack } from './stacks/onboarding-stack.ts';
import { OpsStack } from './stacks/ops-stack.ts';
import { ResourceSharingStack } from './stacks/resource-sharing-stack.ts';
import { SearchStack } from './stacks/search-stack.ts';
import { Sip2Stack } from './stacks/sip2-stack.ts';
import { SiteStack } from './stacks/site-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

/** The contexts with more than an API, operations and consumers. */
const stackOf: Record<string, typeof ContextStack> = {
  'resource-sharing': ResourceSharingStack,
  analytics: AnalyticsStack,
  catalogue: CatalogueStack,
  finance: FinanceStack,
  membership: MembershipStack,
  onboarding: OnboardingStack,
};

/** Creates a stack for each context with functions, in the order of their messages. */
const contextStacks = (app: App, shared: SharedResources): ContextStack[] => {
  const contracts = [...operations, ...consumers];
  const deployed = contexts.filter((context) => contracts.some((one) => one.context === context));
  const queues: Queues = new Map();
  return inOrderOfMessages(deployed, consumers).map((context) => {
    const Made = stackOf[context] ?? ContextStack;
    const props = { context, shared, groups, consumers, queues };
    const stack = new Made(app, `${shared.config.name}-${context}`, props);
    new ContextAlarms(
      stack,
      contracts.filter((one) => one.context === context),
    );
    return stack;
  });
};

/** Throws when a setting names a function or context that does not exist: it would limit nothing, and nobody would notice. */
const checkNames = ({ throttle, reservedConcurrency }: Config): void => {
  const functions = new Set([...groups, ...consumers].map(({ id }) => id));
  const unknown = [
    ...Object.keys(throttle.contexts).filter((name) => !contexts.includes(name)),
    ...Object.keys(reservedConcurrency).filter((name) => !functions.has(name)),
  ];
  if (unknown.length > 0) throw new Error(`The settings limit what does not exist: ${unknown.join(', ')}.`);
};

/** Builds all stacks of one deployment. Takes the CDK app, the settings and the target. */
export const buildApp = (app: App, config: Config, target: Target): void => {
  checkNames(config);
  omitLocally(app, target);
  const core = new CoreStack(app, `${config.name}-core`, { config, target });
  const search = new SearchStack(app, `${config.name}-search`, { config, target });
  const shared: SharedResources = {
    ...core.resources,
    domain: search.domain,
    searchEndpoint: search.endpoint,
    authorizerArn: core.authorizerArn,
  };
  const made = contextStacks(app, shared);
  const finance = made.find((stack) => stack instanceof FinanceStack);
  if (finance) finance.meter([core.logGroup, ...made.map(({ logGroup }) => logGroup)]);
  // Sorted by name, so that their order does not depend on the messages.
  const apis = made
    .flatMap(({ context, httpApi }) => (httpApi ? [{ context, httpApi }] : []))
    .toSorted((a, b) => (a.context < b.context ? -1 : 1));
  new OpsStack(app, `${config.name}-ops`, { shared, apis, consumers, coreLogs: core.logGroup });
  buildWeb(app, shared, { apis, inviting: made.find((stack) => stack instanceof MembershipStack)?.inviting });
};

/** The resources of the contexts that the web stacks use: their APIs, and the function that invites the first administrator. */
type Served = { apis: readonly NamedApi[]; inviting: ConcordFunction | undefined };

/** Creates the web stacks. Locally one process is the origin, so only the sign-in client is created. */
const buildWeb = (app: App, shared: SharedResources, { apis, inviting }: Served): void => {
  const { config, target } = shared;
  const name = (stack: string): string => `${config.name}-${stack}`;
  if (absentLocally('stack:site', target)) {
    new WebStack(app, name('web'), {
      ...{ shared, inviting, site: app.node.tryGetContext('site') ?? 'http://localhost:8080' },
    });
    return;
  }
  const firewall = new FirewallStack(app, name('firewall'), { config });
  const site = new SiteStack(app, name('site'), { shared, apis, webAclArn: firewall.webAclArn });
  // A firewall can be deleted only after the site has stopped using it.
  if (!config.firewall) firewall.addStackDependency(site);
  const { clientId } = new WebStack(app, name('web'), { shared, inviting, site: site.url });
  new ContentStack(app, name('content'), { shared, site, clientId });
  new Sip2Stack(app, name('sip2'), { shared, site: site.url });
};
