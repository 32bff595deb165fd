import { Match } from 'aws-cdk-lib/assertions';
import { AUTHORIZER_CACHE_MS } from '../../functions/membership/domain/session.ts';
import { templateOf } from '../builders/templates.ts';

test('staff sign in by code only, with a public client that does not reveal whether a name exists', () => {
  templateOf('web').hasResourceProperties('AWS::Cognito::UserPoolClient', {
    AllowedOAuthFlows: ['code'],
    GenerateSecret: false,
    PreventUserExistenceErrors: 'ENABLED',
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    AccessTokenValidity: 15,
  });
});

test('self-registration is disabled', () => {
  templateOf('core').hasResourceProperties('AWS::Cognito::UserPool', {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  });
});

test('the gateway caches an actor for 30 s, where there is a token as its key', () => {
  const membership = templateOf('membership');
  membership.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerResultTtlInSeconds: 30,
    IdentitySource: ['$request.header.Authorization'],
    EnableSimpleResponses: true,
  });
  membership.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', { AuthorizerResultTtlInSeconds: 0 });
});

test('finding S6: what is withdrawn is ineffective within a minute: the caches of authorizer and gateway together', () => {
  for (const stack of ['membership', 'patrons', 'circulation']) {
    const authorizers = Object.values(templateOf(stack).findResources('AWS::ApiGatewayV2::Authorizer'));
    const gateway = Math.max(...authorizers.map(({ Properties }) => Number(Properties.AuthorizerResultTtlInSeconds)));
    // Five seconds are left for the call itself.
    expect(gateway + AUTHORIZER_CACHE_MS / 1000).toBeLessThanOrEqual(55);
  }
});

test('the authorizer reads the public key; only token operations sign', () => {
  const actions = (stack: string): string[] =>
    Object.values(templateOf(stack).findResources('AWS::IAM::Policy')).flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
    );
  const kms = (stack: string): string[] => actions(stack).filter((action) => action.startsWith('kms:'));
  expect(kms('core')).toEqual(['kms:GetPublicKey']);
  expect(kms('membership')).toEqual(['kms:Sign']);
  expect(kms('patrons')).toEqual(['kms:Sign', 'kms:Sign']);
});

test('the keys of staff tokens come from Cognito itself on AWS', () => {
  templateOf('core').hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: {
        STAFF_KEYS_URL: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('^https://cognito-idp')])] },
        ISSUER: 'urn:concord:Concord',
      },
    },
  });
});

test('the first administrator of the settings is invited after the deploy', () => {
  const membership = templateOf('membership');
  membership.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { FIRST_ADMINISTRATOR: 'first.administrator@example.org' } },
  });
  membership.resourceCountIs('Custom::Trigger', 1);
});
