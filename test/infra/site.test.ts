import { apiContexts } from '../../functions/load-contracts.ts';
import { operations } from '../../functions/operations.ts';
import { securityHeaders } from '../../infra/security-headers.ts';
import { credentialPaths, firewallRules, recordPaths } from '../../infra/stacks/firewall-stack.ts';
import { ofType, synthesised } from '../builders/templates.ts';

type Distribution = {
  Aliases?: string[];
  ViewerCertificate?: unknown;
  WebACLId?: unknown;
  HttpVersion: string;
  CacheBehaviors: { PathPattern: string; CachePolicyId: string; AllowedMethods: string[]; TargetOriginId: string }[];
  Origins: { Id: string; OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[];
};

const aws = synthesised('aws');
const missing = (): never => {
  throw new Error('There is no distribution.');
};
const distributionOf = (stacks: ReturnType<typeof synthesised>): Distribution =>
  ofType(stacks, 'AWS::CloudFront::Distribution').map(
    ({ Properties }) => (Properties as { DistributionConfig: Distribution }).DistributionConfig,
  )[0] ?? missing();
/** AWS's own policy "CachingDisabled". */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

test('each context’s API is behind the site, with all methods; only contexts with answers for shared caches are cached', () => {
  const { CacheBehaviors: behaviours } = distributionOf(aws);
  const calls = behaviours.filter(({ PathPattern: path }) => path.startsWith('/v1/'));
  expect(calls.map(({ PathPattern: path }) => path)).toEqual(apiContexts.map((context) => `/v1/${context}/*`));
  for (const { PathPattern: path, CachePolicyId: policy, AllowedMethods: methods } of calls) {
    const isShared = ['/v1/analytics/*', '/v1/discovery/*', '/v1/governance/*', '/v1/membership/*'].includes(path);
    expect([path, policy, methods.length]).toEqual([path, isShared ? { Ref: expect.any(String) } : cachingDisabled, 7]);
  }
});

test('pages that discovery makes are cached and sent as its answers, with the headers of pages; the pages below a record are files', () => {
  const { CacheBehaviors: behaviours } = distributionOf(aws);
  const calls = behaviours.find(({ PathPattern: path }) => path === '/v1/discovery/*');
  const made = behaviours.filter(({ PathPattern: path }) => !path.startsWith('/v1/'));
  const patterns = ['/record/*/*', '/record/*', '/search', '/sitemap.xml', '/sitemap/*'];
  expect(made.map(({ PathPattern: path }) => path)).toEqual(patterns);
  const [files, ...pages] = made;
  expect(files?.TargetOriginId).not.toBe(calls?.TargetOriginId);
  for (const page of pages) {
    expect(page).toMatchObject({ CachePolicyId: calls?.CachePolicyId, AllowedMethods: ['GET', 'HEAD'] });
    expect(JSON.stringify(page)).toMatch(/ToMadePage.*"ResponseHeadersPolicyId":\{"Ref":"Headers/);
  }
  // The gateway accepts both methods for what caches may store, the pages among it, and for no other operation.
  const heads = ofType(aws, 'AWS::ApiGatewayV2::Route').flatMap(({ Properties }) =>
    String(Properties?.RouteKey).startsWith('HEAD ') ? [String(Properties?.RouteKey).slice('HEAD '.length)] : [],
  );
  const stored = operations.filter(({ sharedSeconds }) => sharedSeconds !== undefined).map(({ path }) => path);
  expect(heads.toSorted()).toEqual(stored.toSorted());
  expect(heads).toEqual(
    expect.arrayContaining([
      ...['/v1/discovery/pages/record/{recordId}', '/v1/discovery/pages/search', '/v1/discovery/sitemap'],
      ...['/v1/discovery/search', '/v1/discovery/covers/{recordId}'],
    ]),
  );
  // The text for crawlers names the sitemap by the address of the site.
  expect(JSON.stringify(aws.content)).toMatch(/"SourceMarkers":.*FnGetAttDistribution\w*DomainName/);
});

test('an answer is cached only as long as it permits itself, at most five minutes, for one Authorization and one query', () => {
  const [policy, ...others] = ofType(aws, 'AWS::CloudFront::CachePolicy').map(({ Properties }) => Properties);
  expect(others).toEqual([]);
  expect(policy?.CachePolicyConfig).toMatchObject({
    ...{ MinTTL: 0, DefaultTTL: 0, MaxTTL: 300 },
    ParametersInCacheKeyAndForwardedToOrigin: {
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    },
  });
  const shared = operations.filter(({ sharedSeconds }) => sharedSeconds !== undefined);
  expect(shared.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['discovery-search', 'discovery-get-record', 'discovery-show-home']),
  );
  expect(
    shared.filter(
      ({ etag, method, permission }) => !(etag && method === 'GET' && permission.some(({ who }) => who === 'anyone')),
    ),
  ).toEqual([]);
});

test('CloudFront sends the APIs a secret that every operation requires, and no consumer', () => {
  const { Origins: origins, CacheBehaviors: behaviours } = distributionOf(aws);
  const sent = behaviours
    .filter(({ PathPattern: path }) => path !== '/record/*/*')
    .map(({ TargetOriginId: id }) => origins.find((origin) => origin.Id === id)?.OriginCustomHeaders);
  for (const headers of sent)
    expect(headers).toEqual([
      {
        HeaderName: 'X-Concord-Origin',
        HeaderValue: {
          'Fn::Join': ['', expect.arrayContaining(['{{resolve:secretsmanager:', ':SecretString:current::}}'])],
        },
      },
    ]);
});

test('finding S12: the functions of the APIs hold no secret: they know CloudFront by the authorizer, which alone reads it', () => {
  const functions = ofType(aws, 'AWS::Lambda::Function').map(({ Properties }) => ({
    name: String(Properties?.FunctionName),
    settings: JSON.stringify(Properties?.Environment ?? {}),
  }));
  expect(functions.filter(({ settings }) => settings.includes('resolve:'))).toEqual([]);
  const behind = functions.filter(({ settings }) => settings.includes('"BEHIND_CLOUDFRONT":"true"'));
  expect(behind.length).toBe(ofType(aws, 'AWS::ApiGatewayV2::Integration').length);
  const reading = functions.filter(({ settings }) => settings.includes('ORIGIN_SECRET_PARAMETER'));
  expect(reading.map(({ name }) => name)).toEqual(['Concord-membership-authorize']);
  const policies = ofType(aws, 'AWS::IAM::Policy').filter((policy) =>
    JSON.stringify(policy).includes('secretsmanager:GetSecretValue'),
  );
  expect(policies).toHaveLength(1);
  expect(JSON.stringify(policies[0])).toMatch(/parameter\/aws\/reference\/secretsmanager\//);
});

test('finding S12: every route has an authorizer, whose cached answer holds for one header of CloudFront', () => {
  const authorizers = ofType(aws, 'AWS::ApiGatewayV2::Authorizer').map(({ Properties }) => Properties);
  for (const properties of authorizers)
    expect(properties).toMatchObject(
      properties?.AuthorizerResultTtlInSeconds === 0
        ? { Name: 'MaybeSignedIn' }
        : { IdentitySource: ['$request.header.Authorization', '$request.header.X-Concord-Origin'] },
    );
  const routes = ofType(aws, 'AWS::ApiGatewayV2::Route');
  expect(routes.length).toBeGreaterThan(300);
  expect(routes.filter(({ Properties }) => Properties?.AuthorizationType !== 'CUSTOM')).toEqual([]);
});

test('finding W15: a rotated origin secret is read again by CloudFront, as its description changes', () => {
  const rotated = synthesised('aws', { originSecretRotation: 2 });
  const comment = (stacks: ReturnType<typeof synthesised>) =>
    JSON.stringify(ofType(stacks, 'AWS::CloudFront::Distribution'));
  expect(comment(rotated)).toContain('origin secret 2');
  expect(comment(aws)).not.toContain('origin secret');
});

test('pages carry the same security headers as on one machine, and strict transport security', () => {
  const policies = ofType(aws, 'AWS::CloudFront::ResponseHeadersPolicy').map(({ Properties }) =>
    JSON.stringify(Properties),
  );
  const policy = policies.find((one) => one.includes('cross-origin-opener-policy'));
  for (const [name, value] of Object.entries(securityHeaders([])).filter(
    ([name]) => name === 'permissions-policy' || name === 'cross-origin-opener-policy',
  ))
    expect(policy).toContain(JSON.stringify({ Header: name, Override: true, Value: value }));
  expect(policy).toContain(`default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'`);
  expect(policy).toContain('"AccessControlMaxAgeSec":31536000');
});

test('finding S11: answers of the APIs that the gateway gives itself carry the headers that each operation sends', () => {
  const policies = ofType(aws, 'AWS::CloudFront::ResponseHeadersPolicy').map(({ Properties }) =>
    JSON.stringify(Properties),
  );
  const policy = policies.find((one) => one.includes('no-referrer')) ?? '';
  for (const part of [
    ...[
      '"ContentSecurityPolicy":"default-src \'none\'; frame-ancestors \'none\'"',
      '"ContentTypeOptions":{"Override":false}',
    ],
    ...[
      '"FrameOption":"DENY"',
      '"AccessControlMaxAgeSec":31536000',
      '"Header":"cache-control","Override":false,"Value":"no-store"',
    ],
  ])
    expect(policy).toContain(part);
  const used = distributionOf(aws)
    .CacheBehaviors.filter(({ PathPattern: path }) => path.startsWith('/v1/'))
    .map((one) => JSON.stringify(one));
  expect(used.filter((one) => !/"ResponseHeadersPolicyId":\{"Ref":"ApiHeaders/.test(one))).toEqual([]);
});

test('without a domain staff return to CloudFront’s name; with one to it, by TLS 1.2 and its certificate', () => {
  const own = synthesised('aws', {
    site: 'https://library.example.org',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
    hostedZone: { id: 'Z1', name: 'example.org' },
  });
  expect(distributionOf(own)).toMatchObject({
    Aliases: ['library.example.org'],
    HttpVersion: 'http2and3',
    ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
  });
  expect(ofType(own, 'AWS::Route53::RecordSet').map(({ Properties }) => [Properties?.Type, Properties?.Name])).toEqual([
    ['A', 'library.example.org.'],
    ['AAAA', 'library.example.org.'],
  ]);
  const callbacks = (stacks: ReturnType<typeof synthesised>): string =>
    JSON.stringify(ofType(stacks, 'AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties?.CallbackURLs));
  expect(callbacks(own)).toBe('[["https://library.example.org/signed-in"]]');
  expect(callbacks(aws)).toMatch(/Concord-site.*OutputFnGetAttDistribution.*DomainName/);
  expect(distributionOf(aws).Aliases).toBeUndefined();
});

test('the firewall is attached to CloudFront, in us-east-1 also when the rest is elsewhere, and is optional', () => {
  expect(ofType(aws, 'AWS::WAFv2::WebACL').map(({ Properties }) => Properties?.Scope)).toEqual(['CLOUDFRONT']);
  expect(distributionOf(aws).WebACLId).toBeDefined();
  expect(distributionOf(synthesised('aws', { region: 'eu-central-1' })).WebACLId).toBeDefined();
  const without = synthesised('aws', { firewall: false });
  expect(ofType(without, 'AWS::WAFv2::WebACL')).toEqual([]);
  expect(distributionOf(without).WebACLId).toBeUndefined();
});

describe('the rules of the firewall', () => {
  const rules = firewallRules('Concord');
  const named = (name: string) => JSON.stringify(rules.find((rule) => rule.name === name)?.statement);

  test('finding S2: calls with credentials from one address are limited, on every path to which anybody sends some', () => {
    expect(credentialPaths).toEqual([
      '/v1/membership/tokens',
      '/v1/patrons/pin-code-uses',
      '/v1/patrons/pin-codes',
      '/v1/patrons/sign-in',
      '/v1/patrons/sign-up-confirmations',
      '/v1/patrons/sign-ups',
    ]);
    for (const path of credentialPaths) expect(named('credential-floods')).toContain(`"${path}"`);
    expect(named('credential-floods')).toContain('"rateBasedStatement"');
  });

  test('finding W13: the common rules do not look at bodies of MARC and XML, known bad inputs look at all', () => {
    const records = operations.filter(
      ({ id, consumes }) => consumes === 'application/xml' || /^catalogue-(edit|check)-source-record$/.test(id),
    );
    expect(records.length).toBeGreaterThanOrEqual(4);
    const watched = records.filter(({ path }) => !recordPaths.some((prefix) => path.startsWith(prefix)));
    expect(watched.map(({ id }) => id)).toEqual([]);
    expect(named('common-attacks')).toContain('"notStatement"');
    expect(named('known-bad-inputs')).toContain('AWSManagedRulesKnownBadInputsRuleSet');
    expect(named('known-bad-inputs')).not.toContain('scopeDown');
  });

  test('the template has them, each with a priority of its own', () => {
    const [acl] = ofType(aws, 'AWS::WAFv2::WebACL');
    expect(acl?.Properties?.Rules).toHaveLength(rules.length);
    expect(new Set(rules.map(({ priority }) => priority)).size).toBe(rules.length);
  });
});

test('the site’s files can only be reached through CloudFront', () => {
  expect(ofType(aws, 'AWS::CloudFront::OriginAccessControl').length).toBe(1);
  const policy = JSON.stringify(aws.site);
  expect(policy).toContain('"Service":"cloudfront.amazonaws.com"');
  expect(policy).toContain('AWS:SourceArn');
});
