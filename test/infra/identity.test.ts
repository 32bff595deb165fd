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

test('the gateway caches an actor for 30 s, by their token and the header of CloudFront', () => {
  const membership = templateOf('membership');
  membership.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerResultTtlInSeconds: 30,
    IdentitySource: ['$request.header.Authorization', '$request.header.X-Concord-Origin'],
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

test('finding W8: the first administrator of the settings is invited after a deployment, when the site has an address', () => {
  const membership = templateOf('membership');
  membership.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { FIRST_ADMINISTRATOR: 'first.administrator@example.org' } },
  });
  membership.resourceCountIs('Custom::Trigger', 0);
  const [trigger] = Object.values(templateOf('web').findResources('Custom::Trigger'));
  expect(JSON.stringify(trigger?.Properties.HandlerArn)).toContain('membershipinvitefirstadministrator');
  expect(trigger?.DependsOn).toContainEqual(expect.stringMatching(/^SiteParameter/));
});

test('finding W8: the pool lets a function word its invitations, which may read the address of the site and nothing else', () => {
  const core = templateOf('core');
  core.hasResourceProperties('AWS::Cognito::UserPool', {
    LambdaConfig: { CustomMessage: { 'Fn::GetAtt': [Match.stringLikeRegexp('^membershipwriteinvitation'), 'Arn'] } },
  });
  core.hasResourceProperties('AWS::Lambda::Permission', {
    FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('^membershipwriteinvitation'), 'Arn'] },
    Principal: 'cognito-idp.amazonaws.com',
    SourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Staff'), 'Arn'] },
  });
  core.hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'Concord-membership-write-invitation',
    Environment: { Variables: { CONSORTIUM_NAME: 'Concord', SITE_PARAMETER: '/Concord/site' } },
  });
  templateOf('web').hasResourceProperties('AWS::SSM::Parameter', { Name: '/Concord/site' });
});

test('finding W8: invitations and codes of staff are sent by SES when the settings name a sender', () => {
  const poolWith = (settings: Parameters<typeof templateOf>[2]) => {
    const [pool] = Object.values(templateOf('core', 'aws', settings).findResources('AWS::Cognito::UserPool'));
    return pool?.Properties;
  };
  const sender = { noticeSender: 'desk@your.library' };
  expect(poolWith(sender)?.EmailConfiguration).toMatchObject({
    ...{ EmailSendingAccount: 'DEVELOPER', From: 'Concord <desk@your.library>' },
    SourceArn: { 'Fn::Join': ['', expect.arrayContaining([expect.stringMatching(/:identity\/desk@your\.library$/)])] },
  });
  const byDomain = poolWith({ ...sender, senderIdentity: 'your.library' });
  expect(JSON.stringify(byDomain?.EmailConfiguration.SourceArn)).toContain(':identity/your.library');
  expect(poolWith({})?.EmailConfiguration).toBeUndefined();
});

test('finding W8: an invitation says where to sign in and with what, and contains what Cognito requires', () => {
  const own = {
    site: 'https://library.example.org',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
  };
  const [pool] = Object.values(templateOf('core', 'aws', own).findResources('AWS::Cognito::UserPool'));
  const { EmailMessage: text, EmailSubject: subject } =
    pool?.Properties.AdminCreateUserConfig.InviteMessageTemplate ?? {};
  for (const part of ['https://library.example.org', 'with the e-mail address', '{####}', '{username}'])
    expect(text).toContain(part);
  expect(subject).toBe('Your invitation to Concord');
});

test('finding W4: the function that npm run invite calls has the name that it expects', () => {
  templateOf('membership').hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'Concord-membership-invite-first-administrator',
  });
});
