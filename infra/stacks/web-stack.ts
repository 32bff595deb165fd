import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { OAuthScope, UserPoolClient, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import type { ConcordFunction } from '../constructs/concord-function.ts';
import { clientParameterOf, siteParameterOf } from '../constructs/grants.ts';
import { regionOf } from '../local-differences.ts';
import type { SharedResources } from '../shared-resources.ts';

type Props = {
  shared: Pick<SharedResources, 'config' | 'target' | 'userPool'>;
  /** The address of the web app, e.g. `https://library.example.org`, to which staff return after signing in. */
  site: string;
  /** Invites the first administrator, once a deployment: the invitation says where to sign in. */
  inviting: ConcordFunction | undefined;
};

// A prefix is unique in the whole region, so the account id distinguishes deployments of one name.
const signInPrefix = (stack: Stack, { name }: Config): string => `${name.toLowerCase()}-${stack.account}`;

/**
 * Returns the address of the user pool's sign-in page, by name, because the site is created before the web stack. Takes any stack of
 * ours.
 */
export const signInPage = (stack: Stack, config: Config): string =>
  `https://${signInPrefix(stack, config)}.auth.${stack.region}.amazoncognito.com`;

/** The stack for browsers: the app client for staff sign-in (code + PKCE, no secret) and its sign-in page. */
export class WebStack extends Stack {
  /** The browser's app client. */
  readonly clientId: string;

  constructor(scope: Construct, id: string, { shared: { config, target, userPool }, site, inviting }: Props) {
    super(scope, id, { env: { region: regionOf(config, target) } });
    const client = new UserPoolClient(this, 'Browser', {
      userPool,
      userPoolClientName: `${config.name}-browser`,
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: { userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${site}/signed-in`],
        logoutUrls: [`${site}/`],
      },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
      enableTokenRevocation: true,
    });
    new StringParameter(this, 'ClientParameter', {
      parameterName: clientParameterOf(config),
      stringValue: client.userPoolClientId,
      description: 'The app client whose staff tokens the authorizer takes',
    });
    const address = new StringParameter(this, 'SiteParameter', {
      parameterName: siteParameterOf(config),
      stringValue: site,
      description: 'Where people reach us: links that are sent to others begin so',
    });
    const domain = new UserPoolDomain(this, 'SignIn', {
      userPool,
      cognitoDomain: { domainPrefix: signInPrefix(this, config) },
    });
    if (inviting) new Trigger(this, 'InviteFirstAdministrator', { handler: inviting, executeAfter: [address, domain] });
    this.clientId = client.userPoolClientId;
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId });
    new CfnOutput(this, 'SignInDomain', { value: domain.domainName });
    new CfnOutput(this, 'Callback', { value: `${site}/signed-in` });
  }
}
