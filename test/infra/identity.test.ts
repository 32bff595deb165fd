import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../infra/build-app.ts';
import { readConfig } from '../../infra/config.ts';

const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
buildApp(app, readConfig('no-such-file'), 'aws');

const template = (stack: string): Template =>
  Template.fromStack(app.node.children.find(({ node }) => node.id === `Concord-${stack}`) as never);

test('staff sign in by code only, with a public client that tells nobody whether a name exists', () => {
  template('web').hasResourceProperties('AWS::Cognito::UserPoolClient', {
    AllowedOAuthFlows: ['code'],
    GenerateSecret: false,
    PreventUserExistenceErrors: 'ENABLED',
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    AccessTokenValidity: 15,
  });
});

test('nobody signs up by themself', () => {
  template('core').hasResourceProperties('AWS::Cognito::UserPool', {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  });
});

test('the gateway keeps an actor for 30 s, where there is a token to keep it by', () => {
  const membership = template('membership');
  membership.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerResultTtlInSeconds: 30,
    IdentitySource: ['$request.header.Authorization'],
    EnableSimpleResponses: true,
  });
  membership.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', { AuthorizerResultTtlInSeconds: 0 });
});

test('the authorizer reads the public key; only token operations sign', () => {
  const actions = (stack: string): string[] =>
    Object.values(template(stack).findResources('AWS::IAM::Policy')).flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
    );
  const kms = (stack: string): string[] => actions(stack).filter((action) => action.startsWith('kms:'));
  expect(kms('core')).toEqual(['kms:GetPublicKey']);
  expect(kms('membership')).toEqual(['kms:Sign']);
  expect(kms('patrons')).toEqual(['kms:Sign', 'kms:Sign']);
});

test('the keys of staff tokens come from Cognito itself on AWS', () => {
  template('core').hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: {
        STAFF_KEYS_URL: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('^https://cognito-idp')])] },
        ISSUER: 'urn:concord:Concord',
      },
    },
  });
});

test('the first administrator of the settings is invited after the deploy', () => {
  const membership = template('membership');
  membership.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { FIRST_ADMINISTRATOR: 'first.administrator@example.org' } },
  });
  membership.resourceCountIs('Custom::Trigger', 1);
});
