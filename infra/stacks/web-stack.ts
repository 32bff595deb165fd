import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { OAuthScope, UserPoolClient, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { clientParameterOf } from '../constructs/grants.ts';
import type { Shared } from '../shared.ts';

type Props = {
  shared: Pick<Shared, 'config' | 'userPool'>;
  /** Where people reach the web app, e.g. `https://library.example.org`: staff come back here after signing in. */
  site: string;
};

/** What the browser needs: the app client by which staff sign in (code + PKCE, no secret) and the page where they do. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { shared: { config, userPool }, site }: Props) {
    super(scope, id);
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
    const domain = new UserPoolDomain(this, 'SignIn', {
      userPool,
      // A prefix is taken once in the whole region: the account keeps two deployments of one name apart.
      cognitoDomain: { domainPrefix: `${config.name.toLowerCase()}-${this.account}` },
    });
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId });
    new CfnOutput(this, 'SignInDomain', { value: domain.domainName });
    new CfnOutput(this, 'Callback', { value: `${site}/signed-in` });
  }
}
