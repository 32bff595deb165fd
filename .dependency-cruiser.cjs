const { contextOrder: order } = require('./functions/context-order.ts');

// The walls of the code, checked over every folder: the order of contexts, what a context shows to others, what stays pure.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const test = '(\\.test\\.ts$|^test/)';
const engines = 'node_modules/(@aws-sdk|@smithy|@opensearch-project|aws-cdk-lib|@middy|pdfkit)';
const io = '^(fs|fs/promises|path|http|https|net|child_process|os|crypto|stream|stream/.+)$';
// A test of a context calls the operations and consumers of others, and seeds and reads their data by their public/ folders or
// test/builders. These still reach further in, most to check what a change of their context does to data of others.
const reachFurther = [
  '^functions/catalogue/domain/visibility/private-fields\\.test\\.ts$',
  '^functions/items/domain/reserved-item\\.test\\.ts$',
  '^functions/patrons/domain/record/patrons\\.test\\.ts$',
  '^test/browser/finance/loan-money\\.test\\.ts$',
  '^test/browser/resource-sharing/loan-forms\\.test\\.ts$',
  '^test/stores/analytics/today\\.test\\.ts$',
  '^test/stores/catalogue/decisions\\.test\\.ts$',
  '^test/stores/catalogue/index-causes\\.test\\.ts$',
  '^test/stores/catalogue/index-writes\\.test\\.ts$',
  '^test/stores/circulation/reading-history\\.test\\.ts$',
  '^test/stores/discovery/holdings-in-protocols\\.test\\.ts$',
  '^test/stores/discovery/oai\\.test\\.ts$',
  '^test/stores/discovery/own-words\\.test\\.ts$',
  '^test/stores/discovery/permalinks\\.test\\.ts$',
  '^test/stores/finance/loan-counts\\.test\\.ts$',
  '^test/stores/membership/hostile-input\\.test\\.ts$',
  '^test/stores/notices/letters\\.test\\.ts$',
  '^test/stores/onboarding/cut-over\\.test\\.ts$',
  '^test/stores/patrons/departments\\.test\\.ts$',
  '^test/stores/patrons/erasure\\.test\\.ts$',
  '^test/stores/patrons/merging\\.test\\.ts$',
  '^test/stores/patrons/sign-in\\.test\\.ts$',
  '^test/stores/patrons/withdrawn-access\\.test\\.ts$',
  '^test/stores/resource-sharing/borrowed-items\\.test\\.ts$',
  '^test/stores/resource-sharing/follow-item\\.test\\.ts$',
];
const ofContext = (context) => [`^functions/${context}/.*\\.test\\.ts$`, `^test/(stores|browser)/${context}/`];
const testsReach = ['^functions/[^/]+/(operations|consumers)/'];
const outside = '^(functions|layers|infra|local|demo|web|bench|test|docs)';

module.exports = {
  forbidden: [
    ...order.map((context, place) =>
      forbid(
        `order-of-contexts-${context}`,
        `${context} imports only the contexts below it.`,
        { path: `^functions/${context}/`, pathNot: test },
        { path: `^functions/(?!${[context, ...order.slice(place + 1)].join('/|')}/)[^/]+/` },
      ),
    ),
    forbid(
      'public-only',
      'Another context is used through the small files of its public/ folder.',
      { path: '^functions/([^/]+)/', pathNot: test },
      { path: '^functions/([^/]+)/', pathNot: ['^functions/$1/', '^functions/[^/]+/public/'] },
    ),
    ...order.map((context, place) =>
      forbid(
        `order-of-contexts-in-tests-${context}`,
        `Tests of ${context} know no insides of the contexts above it: they call operations, or builders.`,
        { path: ofContext(context), pathNot: reachFurther },
        {
          path: `^functions/(?!${[context, ...order.slice(place + 1)].join('/|')}/)[^/]+/`,
          pathNot: testsReach,
          dependencyTypesNot: ['type-only'],
        },
      ),
    ),
    forbid(
      'public-only-in-tests',
      'A test of a context uses the data of others through their public/ folders, operations, or test/builders.',
      {
        path: '^(?:functions/(?=.*\\.test\\.ts$)|test/(?:stores|browser)/)([^/]+)/',
        pathNot: reachFurther,
      },
      {
        path: '^functions/([^/]+)/',
        pathNot: ['^functions/$1/', '^functions/[^/]+/public/', ...testsReach],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'public-is-used-from-outside',
      'A context imports its own files directly, not through its public/ folder.',
      { path: '^functions/([^/]+)/(?!public/)', pathNot: test },
      { path: '^functions/$1/public/' },
    ),
    forbid(
      'composition-through-deps',
      'What upper contexts contribute to a lower one enters through its deps.ts: the files beside the contexts compose it.',
      {
        path: '^functions/[^/]+/(?!deps\\.ts$)',
        pathNot: [test, '^functions/outbox/consumers/relay-changes/contract\\.ts$'],
      },
      { path: '^functions/[^/]+\\.ts$' },
    ),
    forbid(
      'outboxes-meet-in-the-registry',
      'Only the registry imports the outbox.ts of a context, so that a new message never edits the relay.',
      { path: '.', pathNot: ['^functions/outbox-registry\\.ts$', test] },
      { path: '^functions/[^/]+/outbox\\.ts$' },
    ),
    forbid(
      'outbox-is-pure',
      'An outbox.ts maps changes of rows to messages: it is data that the contract of the relay reads.',
      { path: '^functions/[^/]+/outbox\\.ts$' },
      {
        path: [
          engines,
          io,
          '^functions/[^/]+/(use-cases|schemas|deps)',
          '-store\\.ts$',
          '^layers/platform/(?!dynamodb/row-change\\.ts$|queues/outbox\\.ts$)',
        ],
      },
    ),
    forbid(
      'functions-import-production-only',
      'What is deployed imports nothing of the deployment, the demo, the tests or the benchmarks.',
      { path: '^(functions|layers)/', pathNot: test },
      { path: '^(infra|local|demo|test|bench|docs|web)/' },
    ),
    forbid(
      'layers-know-no-context',
      'Shared code never imports a context.',
      { path: '^layers/', pathNot: test },
      { path: '^functions/' },
    ),
    forbid(
      'kernel-is-lowest',
      'The kernel imports only itself.',
      { path: '^layers/kernel/', pathNot: test },
      { path: `${outside}/`, pathNot: '^layers/kernel/' },
    ),
    forbid(
      'protocols-stand-on-the-kernel',
      'Protocol libraries import the kernel only.',
      { path: '^layers/protocols/', pathNot: test },
      { path: `${outside}/`, pathNot: '^layers/(protocols|kernel)/' },
    ),
    forbid(
      'platform-below-records',
      'The platform knows no ledger, policy or context.',
      { path: '^layers/platform/', pathNot: test },
      { path: `${outside}/`, pathNot: '^layers/(platform|protocols|kernel)/' },
    ),
    forbid(
      'domain-is-pure',
      'Rules do no I/O and know no handler, store or client.',
      {
        path: '^(functions/[^/]+/domain|layers/(kernel|protocols)|layers/records/[^/]+/domain)/',
        // A digest is a pure function of its text.
        pathNot: [test, '^layers/kernel/text/digest\\.ts$'],
      },
      {
        path: [
          engines,
          io,
          '^layers/platform/',
          '^layers/records/[^/]+/data/',
          '^functions/[^/]+/(data|use-cases|operations|consumers|deps|schemas|outbox)',
        ],
      },
    ),
    forbid(
      'engines-in-platform-only',
      'Clients of AWS and of the search engine are used in layers/platform only.',
      { path: '^(functions|layers)/', pathNot: ['^layers/platform/', test] },
      { path: engines },
    ),
    forbid(
      'data-is-inner',
      'Stores know the domain and the platform, not what uses them.',
      { path: '^functions/[^/]+/data/', pathNot: test },
      { path: ['^functions/[^/]+/(use-cases|operations|consumers|deps|schemas|outbox)', '^layers/platform/http/'] },
    ),
    forbid(
      'use-cases-below-operations',
      'A use case knows no operation.',
      { path: '^functions/[^/]+/(use-cases|schemas|deps|outbox|public)', pathNot: test },
      { path: '^functions/[^/]+/(operations|consumers)/' },
    ),
    forbid(
      'operations-import-use-cases',
      'A handler calls a use case: stores and engines are behind it.',
      { path: '^functions/[^/]+/(operations|consumers)/', pathNot: test },
      { path: ['^functions/[^/]+/data/', '^layers/platform/(?!http/|runtime/)', '^layers/records/[^/]+/data/'] },
    ),
    forbid(
      'handlers-hand-over',
      'The handler of an operation takes the actor, path and body to a use case of its context: it imports no store and no client.',
      { path: '^functions/[^/]+/operations/[^/]+/handler\\.ts$' },
      {
        path: [
          '^layers/(?!kernel/|platform/)',
          '^layers/platform/(?!http/|runtime/(clock|meter)\\.ts$)',
          '^layers/platform/http/outbound/',
          '^functions/[^/]+/(data|consumers|outbox)',
          io,
        ],
      },
    ),
    forbid(
      'handlers-use-types-of-others',
      'A handler imports only types of another context, and who of the catalogue its actor is.',
      { path: '^functions/([^/]+)/operations/[^/]+/handler\\.ts$' },
      {
        path: '^functions/[^/]+/',
        pathNot: ['^functions/$1/', '^functions/catalogue/public/viewer\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'contract-is-light',
      'A contract is read by infra, OpenAPI and tests: schemas only.',
      { path: '^functions/.*/contract\\.ts$' },
      { path: ['^functions/[^/]+/(data|use-cases|deps)', '/handler\\.ts$', engines] },
    ),
    forbid(
      'operations-stand-apart',
      'An operation never imports another one.',
      { path: '^functions/([^/]+)/(operations|consumers)/([^/]+)/', pathNot: test },
      { path: '^functions/([^/]+)/(operations|consumers)/', pathNot: '^functions/$1/$2/$3/' },
    ),
    forbid(
      'infra-sees-contracts-only',
      'Templates are made from contracts, never from handlers.',
      { path: '^infra/' },
      {
        path: '^(functions|layers)/',
        pathNot: [
          '^functions/[^/]+\\.ts$',
          '/contract\\.ts$',
          '^layers/platform/http/(contract|consumer|function-group|function-settings|may-practise|warm-up)\\.ts$',
          // Types of settings.
          '^layers/platform/runtime/environment\\.ts$',
          // Pure values, such as the shape of a setting that a template writes and a handler reads.
          '^layers/kernel/',
        ],
      },
    ),
    forbid(
      'web-uses-the-api',
      'The browser knows the API, not the code behind it.',
      { path: '^web/' },
      { path: '^(layers|functions|infra|local)/' },
    ),
    forbid('no-circular', 'No cycles.', {}, { circular: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(dist|cdk\\.out|\\.local)|^node_modules/(?!(@aws-sdk|@smithy|@opensearch-project|aws-cdk-lib|@middy|pdfkit))',
    },
  },
};
