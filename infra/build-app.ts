import type { App } from 'aws-cdk-lib';
import { consumers } from '../functions/consumers.ts';
import { operations } from '../functions/operations.ts';
import { type Context, contexts } from '../layers/http/contract.ts';
import type { Config } from './config.ts';
import type { Target } from './local-differences.ts';
import type { Shared } from './shared.ts';
import { CatalogueStack } from './stacks/catalogue-stack.ts';
import { CirculationStack } from './stacks/circulation-stack.ts';
import { ContextStack } from './stacks/context-stack.ts';
import { CoreStack } from './stacks/core-stack.ts';
import { DiscoveryStack } from './stacks/discovery-stack.ts';
import { FinanceStack } from './stacks/finance-stack.ts';
import { MembershipStack } from './stacks/membership-stack.ts';
import { ResourceSharingStack } from './stacks/resource-sharing-stack.ts';
import { SearchStack } from './stacks/search-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

/** The contexts that have more than an API, operations and consumers. */
const stackOf: Partial<Record<Context, typeof ContextStack>> = {
  'resource-sharing': ResourceSharingStack,
  catalogue: CatalogueStack,
  circulation: CirculationStack,
  discovery: DiscoveryStack,
  finance: FinanceStack,
  membership: MembershipStack,
};

/** All stacks of one deployment. Takes the CDK app, the settings and where it goes. */
export const buildApp = (app: App, config: Config, target: Target): void => {
  const core = new CoreStack(app, `${config.name}-core`, { config, target });
  const search = new SearchStack(app, `${config.name}-search`, { config, target });
  const shared: Shared = {
    ...core.lent,
    domain: search.domain,
    searchEndpoint: search.endpoint,
    authorizerArn: core.authorizerArn,
  };
  new WebStack(app, `${config.name}-web`, { shared, site: app.node.tryGetContext('site') ?? config.site });
  const made: ContextStack[] = [];
  for (const context of contexts) {
    if (!operations.some((operation) => operation.context === context)) continue;
    const Made = stackOf[context] ?? ContextStack;
    made.push(new Made(app, `${config.name}-${context}`, { context, shared, operations, consumers }));
  }
  const finance = made.find((stack) => stack instanceof FinanceStack);
  if (finance) finance.meter([core.logGroup, ...made.map(({ logGroup }) => logGroup)]);
};
