import { madePagePath, toMadePage } from '../../infra/made-pages.ts';
import { apisOf, outputOf, routeOf } from './route.ts';

const outputs = {
  'Concord-core': { UserPoolId: 'us-east-1_AbC' },
  'Concord-circulation': { ApiId: 'c1' },
  'Concord-discovery': { ApiId: 'd1' },
  'Concord-resource-sharing': { ApiId: 'r1' },
};
const apis = apisOf(outputs);

describe('the one origin', () => {
  test('finds each context’s API by its stack', () => {
    expect([...apis]).toEqual([
      ['circulation', 'c1'],
      ['discovery', 'd1'],
      ['resource-sharing', 'r1'],
    ]);
    expect(outputOf(outputs, 'UserPoolId')).toBe('us-east-1_AbC');
    expect(outputOf(outputs, 'ClientId')).toBeUndefined();
  });

  test.each([
    [
      'POST',
      '/v1/circulation/checkouts',
      { to: 'api', path: '/_aws/execute-api/c1/$default/v1/circulation/checkouts' },
    ],
    [
      'GET',
      '/v1/resource-sharing/requests?page=a%2Fb&q=%C3%A9',
      { to: 'api', path: '/_aws/execute-api/r1/$default/v1/resource-sharing/requests?page=a%2Fb&q=%C3%A9' },
    ],
    ['GET', '/openapi.json', { to: 'openapi' }],
    ['GET', '/config.json?x', { to: 'config' }],
    ['GET', '/local/people.json', { to: 'people' }],
    ['POST', '/local/sign-ins/riverton-desk', { to: 'demo-sign-in', account: 'riverton-desk' }],
    ['GET', '/local/mail', { to: 'mail', as: 'page' }],
    ['GET', '/local/mail.json', { to: 'mail', as: 'json' }],
    ['GET', '/', { to: 'web', path: '/' }],
    ['HEAD', '/records/7?tab=copies', { to: 'web', path: '/records/7' }],
    ['GET', '/robots.txt', { to: 'robots' }],
    [
      'GET',
      '/record/rec_1?lang=es',
      { to: 'page', path: '/_aws/execute-api/d1/$default/v1/discovery/pages/record/rec_1?lang=es' },
    ],
    ['GET', '/record/rec_1/sources', { to: 'web', path: '/record/rec_1/sources' }],
    ['GET', '/search?q=emma', { to: 'page', path: '/_aws/execute-api/d1/$default/v1/discovery/pages/search?q=emma' }],
    ['HEAD', '/search?q=emma', { to: 'page', path: '/_aws/execute-api/d1/$default/v1/discovery/pages/search?q=emma' }],
    ['GET', '/sitemap.xml', { to: 'page', path: '/_aws/execute-api/d1/$default/v1/discovery/sitemap' }],
    ['GET', '/sitemap/first.xml', { to: 'page', path: '/_aws/execute-api/d1/$default/v1/discovery/sitemap/first.xml' }],
    ['GET', '/v1beta', { to: 'web', path: '/v1beta' }],
    ['GET', '/login', { to: 'web', path: '/login' }],
    ['GET', '/logout', { to: 'web', path: '/logout' }],
    ['POST', '/login', { to: 'sign-in', path: '/login' }],
    ['GET', '/logout?client_id=a', { to: 'sign-in', path: '/logout?client_id=a' }],
    ['GET', '/oauth2/authorize?client_id=a', { to: 'sign-in', path: '/oauth2/authorize?client_id=a' }],
    ['GET', '/us-east-1_AbC/.well-known/jwks.json', { to: 'sign-in', path: '/us-east-1_AbC/.well-known/jwks.json' }],
  ])('%s %s', (method, target, route) => {
    expect(routeOf(method, target, apis)).toEqual(route);
  });

  test.each([
    ['GET', '/v1/loans/7', 404],
    ['GET', '/v1', 404],
    ['DELETE', '/records/7', 405],
  ])('%s %s is not found: %i', (method, target, status) => {
    expect(routeOf(method, target, apis)).toMatchObject({ to: 'nowhere', status });
  });
});

test('CloudFront sends made pages to the same operations as the origin of one machine', () => {
  const handler = new Function(`${toMadePage}; return handler;`)() as (event: object) => { uri: string };
  for (const uri of ['/record/rec_1', '/search', '/sitemap.xml', '/sitemap/first.xml'])
    expect([uri, handler({ request: { uri } }).uri]).toEqual([uri, madePagePath(uri)]);
  expect(['/', '/record/rec_1/sources', '/searching', '/sitemap-xml'].map(madePagePath)).toEqual(
    Array(4).fill(undefined),
  );
});
