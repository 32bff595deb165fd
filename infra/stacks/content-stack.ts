import { existsSync, readFileSync } from 'node:fs';
import { Annotations, Stack } from 'aws-cdk-lib';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { regionOf } from '../local-differences.ts';
import { robotsText } from '../robots.ts';
import type { SharedResources } from '../shared-resources.ts';
import type { SiteStack } from './site-stack.ts';
import { signInPage } from './web-stack.ts';

type Props = { shared: SharedResources; site: SiteStack; clientId: string };

const web = 'web/dist';

/** The content that CloudFront serves: the built web app, the API's description, and the app's settings. */
export class ContentStack extends Stack {
  constructor(scope: Construct, id: string, { shared: { config, target, userPool }, site, clientId }: Props) {
    super(scope, id, { env: { region: regionOf(config, target) } });
    const built = existsSync(`${web}/index.html`);
    if (!built) Annotations.of(this).addError('The web app is not built: npm run deploy builds it.');
    const webConfig = {
      consortium: config.name,
      demo: false,
      region: this.region,
      signIn: signInPage(this, config),
      userPoolId: userPool.userPoolId,
      clientId,
    };
    const common = { destinationBucket: site.files, prune: false, memoryLimit: 256 };
    const assets = built
      ? new BucketDeployment(this, 'Assets', {
          ...common,
          sources: [Source.asset(web, { exclude: ['*', '!assets', '!assets/**'] })],
          // Their names contain a content hash; old ones are retained for open pages.
          cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
        })
      : undefined;
    const pages = new BucketDeployment(this, 'Pages', {
      ...common,
      sources: [
        ...(built ? [Source.asset(web, { exclude: ['assets', 'assets/**'] })] : []),
        Source.data('openapi.json', readFileSync('docs/openapi.json', 'utf8')),
        Source.jsonData('config.json', webConfig),
        Source.data('robots.txt', robotsText(site.url)),
      ],
      cacheControl: [CacheControl.fromString('no-cache')],
      distribution: site.distribution,
      distributionPaths: ['/', '/*.html', '/*.json', '/*.js', '/*.svg', '/*.txt'],
    });
    // A page must never refer to an asset that is not uploaded yet.
    if (assets) pages.node.addDependency(assets);
  }
}
