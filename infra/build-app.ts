import type { App } from 'aws-cdk-lib';
import { consumers } from '../functions/consumers.ts';
import { contexts } from '../functions/load-contracts.ts';
import { operations } from '../functions/operations.ts';
import type { Shared } from './commons.ts';
import type { Config } from './config.ts';
import { ContextAlarms } from './constructs/context-alarms.ts';
import { leaveOutLocally } from './constructs/leave-out.ts';
import { absentLocally, type Target } from './local-differences.ts';
import { CatalogueStack } from './stacks/catalogue-stack.ts';
import { CirculationStack } from './stacks/circulation-stack.ts';
import { ContentStack } from './stacks/content-stack.ts';
import { ContextStack, type ContextStackProps } from './stacks/context-stack.ts';
import { CoreStack } from './stacks/core-stack.ts';
import { FinanceStack } from './stacks/finance-stack.ts';
import { FirewallStack } from './stacks/firewall-stack.ts';
import { MembershipStack } from './stacks/membership-stack.ts';
import { NoticesStack } from './stacks/notices-stack.ts';
import { OnboardingStack } from './stacks/onboarding-stack.ts';
import { OpsStack } from './stacks/ops-stack.ts';
import { ResourceSharingStack } from './stacks/resource-sharing-stack.ts';
import { SearchStack } from './stacks/search-stack.ts';
import { SiteStack } from './stacks/site-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

/** The contexts that have more than an API, operations and consumers. */
const stackOf: Record<string, typeof ContextStack> = {
  'resource-sharing': ResourceSharingStack,
  catalogue: CatalogueStack,
  circulation: CirculationStack,
  finance: FinanceStack,
  membership: MembershipStack,
  onboarding: OnboardingStack,
  notices: NoticesStack,
};

/** The queues of the stacks made so far that later ones may send to. */
const lentBy = (made: readonly ContextStack[]): NonNullable<ContextStackProps['lent']> => {
  const notices = made.find((stack) => stack instanceof NoticesStack);
  const sharing = made.find((stack) => stack instanceof ResourceSharingStack);
  const shared = sharing && { 'loan-news': sharing.loanNews, 'partner-mail': sharing.mail };
  return { ...(notices && { notices: notices.queue }), ...shared };
};

/** All stacks of one deployment. Takes the CDK app, the settings and where it goes. */
export const buildApp = (app: App, config: Config, target: Target): void => {
  leaveOutLocally(app, target);
  const core = new CoreStack(app, `${config.name}-core`, { config, target });
  const search = new SearchStack(app, `${config.name}-search`, { config, target });
  const shared: Shared = {
    ...core.lent,
    domain: search.domain,
    searchEndpoint: search.endpoint,
    authorizerArn: core.authorizerArn,
  };
  const made: ContextStack[] = [];
  for (const context of contexts) {
    if (!operations.some((operation) => operation.context === context)) continue;
    const Made = stackOf[context] ?? ContextStack;
    const props = { context, shared, operations, consumers, lent: lentBy(made) };
    const stack = new Made(app, `${config.name}-${context}`, props);
    new ContextAlarms(
      stack,
      [...operations, ...consumers].filter((one) => one.context === context),
    );
    made.push(stack);
  }
  const finance = made.find((stack) => stack instanceof FinanceStack);
  if (finance) finance.meter([core.logGroup, ...made.map(({ logGroup }) => logGroup)]);
  new OpsStack(app, `${config.name}-ops`, { shared, contexts: made, consumers, coreLogs: core.logGroup });
  buildWeb(app, shared, made);
};

/** What people reach in their browsers. Locally one process is the origin, so only the sign-in client is made. */
const buildWeb = (app: App, shared: Shared, made: readonly ContextStack[]): void => {
  const { config, target } = shared;
  const name = (stack: string): string => `${config.name}-${stack}`;
  if (absentLocally('stack:site', target)) {
    new WebStack(app, name('web'), { shared, site: app.node.tryGetContext('site') ?? 'http://localhost:8080' });
    return;
  }
  const webAclArn = config.firewall ? new FirewallStack(app, name('firewall'), { config }).webAclArn : undefined;
  const site = new SiteStack(app, name('site'), { shared, contexts: made, webAclArn });
  const { clientId } = new WebStack(app, name('web'), { shared, site: site.url });
  new ContentStack(app, name('content'), { shared, site, clientId });
};
