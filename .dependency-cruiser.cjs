const { contextOrder: order } = require('./functions/context-order.ts');

// The walls of the code, checked over every folder: the order of contexts, what a context shows to others, what stays pure.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const test = '(\\.test\\.ts$|^test/)';
const engines = 'node_modules/(@aws-sdk|@smithy|@opensearch-project|aws-cdk-lib|@middy|pdfkit)';
const io = '^(fs|fs/promises|path|http|https|net|child_process|os|crypto|stream|stream/.+)$';
// A test of a context calls the operations and consumers of others, and seeds and reads their data by their public/ folders or
// test/builders. These reach further in, because what they test is that several contexts agree:
const reachFurther = [
  // Private fields of a record are in none of the forms in which discovery exports it.
  '^functions/catalogue/domain/visibility/private-fields\\.test\\.ts$',
  // What a desk sees of a patron has the reasons of circulation for not lending.
  '^functions/patrons/domain/record/patrons\\.test\\.ts$',
  // The lists of Today are those of four contexts, filled by the jobs of each.
  '^test/stores/analytics/today\\.test\\.ts$',
  // Data of an old system are loaded into all contexts, and erased from all.
  '^test/stores/onboarding/cut-over\\.test\\.ts$',
  // An item of a partner is in no document of the catalogue's index.
  '^test/stores/resource-sharing/borrowed-items\\.test\\.ts$',
];
// What upper contexts contribute to a lower one, by the context whose deps.ts takes it: its own files only.
const contributions = {
  catalogue: ['union-followers'],
  circulation: ['interlibrary-loans'],
  discovery: ['isils'],
  membership: ['patron-names', 'patron-sessions'],
  outbox: ['outbox-registry'],
  patrons: ['borrowing-checks', 'patron-data'],
};
const ofContext = (context) => [`^functions/${context}/.*\\.test\\.ts$`, `^test/(stores|browser)/${context}/`];
const testsReach = ['^functions/[^/]+/(operations|consumers)/'];
const contracts = '^functions/([^/]+|[^/]+/(operations|consumers)/[^/]+/contract)\\.ts$';
const shown = '^functions/[^/]+/public/';
const outside = '^(functions|layers|events|gateways|infra|local|demo|web|bench|test|docs)';

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
    ...Object.entries(contributions).map(([context, files]) =>
      forbid(
        `contributions-to-${context}`,
        `What is contributed to ${context} enters through its deps.ts, and through no other context's.`,
        { path: '^functions/[^/]+/deps\\.ts$', pathNot: `^functions/${context}/` },
        { path: `^functions/(${files.join('|')})\\.ts$` },
      ),
    ),
    forbid(
      'deps-take-contributions-only',
      'A deps.ts composes stores, clients, ports and contributions: of the files beside the contexts it imports no other.',
      { path: '^functions/[^/]+/deps\\.ts$' },
      {
        path: '^functions/([^/]+\\.ts$|[^/]+/(operations|consumers|schemas|outbox))',
        pathNot: `^functions/(${Object.values(contributions).flat().join('|')})\\.ts$`,
      },
    ),
    forbid(
      'composition-of-public-parts',
      'The files beside the contexts compose what contexts show: public files, contracts, outboxes and lists of files.',
      { path: '^functions/[^/]+\\.ts$', pathNot: test },
      {
        path: '^functions/[^/]+/',
        pathNot: [
          '^functions/[^/]+/public/',
          '/contract\\.ts$',
          '^functions/[^/]+/outbox\\.ts$',
          '/data/(keys|files)\\.ts$',
        ],
      },
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
          // The rows of another context are data, too.
          '^functions/[^/]+/public/keys\\.ts$',
        ],
      },
    ),
    forbid(
      'engines-in-platform-only',
      // What operates a deployment from outside (infra by CDK, local, demo, bench and tests by the SDK) is no part of it.
      'Clients of AWS and of the search engine are used in layers/platform only.',
      { path: '^(functions|layers|events|web|docs)/', pathNot: ['^layers/platform/', test] },
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
      'handlers-take-types-of-the-domain',
      'A handler of an operation imports types of the domain only: what calculates with them is a use case.',
      { path: '^functions/[^/]+/operations/[^/]+/handler\\.ts$' },
      { path: '^functions/[^/]+/domain/', dependencyTypesNot: ['type-only'] },
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
          contracts,
          '^layers/platform/http/(contract|consumer|function-group|function-settings|may-practise|warm-up)\\.ts$',
          // Types of settings.
          '^layers/platform/runtime/environment\\.ts$',
          // Pure values, such as the shape of a setting that a template writes and a handler reads.
          '^layers/kernel/',
        ],
      },
    ),
    forbid(
      'infra-is-deployed',
      'Templates know nothing of the tools, the demo, the tests or the benchmarks.',
      { path: '^infra/', pathNot: test },
      { path: '^(local|demo|test|bench|docs|web)/' },
    ),
    forbid(
      'events-stand-on-the-kernel',
      'A published event has its own schema: what a context stores may change without it.',
      { path: '^events/', pathNot: test },
      { path: `${outside}/`, pathNot: '^(events|layers/kernel)/' },
    ),
    forbid(
      'gateways-use-the-api',
      'A gateway runs at a library, outside of AWS: it knows the API, the kernel and the protocol libraries.',
      { path: '^gateways/', pathNot: test },
      { path: `${outside}/`, pathNot: '^(gateways|layers/(kernel|protocols))/' },
    ),
    forbid(
      'web-uses-the-api',
      'The browser knows the API, not the code behind it.',
      { path: '^web/' },
      { path: '^(layers|functions|events|infra|local|demo|test|bench|docs)/' },
    ),
    forbid(
      'tools-see-contracts-and-rows',
      'A tool starts, deploys and repairs: of a context it knows the contracts, what it shows to others, and keys of rows.',
      { path: '^local/', pathNot: test },
      { path: '^functions/', pathNot: [contracts, shown, '^functions/[^/]+/data/keys\\.ts$'] },
    ),
    forbid(
      'tools-are-below-what-they-run',
      'A tool runs the demo, the documents, the benchmarks and the tests as programs. Of tests it reads the list of cases.',
      { path: '^local/', pathNot: test },
      { path: '^(demo|docs|bench|web|test)/', pathNot: '^test/cases/' },
    ),
    forbid(
      'demo-uses-what-is-shown',
      'The demo calls operations by their contracts and HTTP; of contexts it knows shapes and what they show to others.',
      { path: '^demo/', pathNot: test },
      { path: '^functions/', pathNot: [contracts, shown, '^functions/[^/]+/domain/'] },
    ),
    forbid(
      'demo-stands-on-tools',
      'The demo knows no tests, benchmarks, documents, templates or screens.',
      // Writes the rows of the Practice Library on the DynamoDB Local of the tests.
      { path: '^demo/', pathNot: [test, '^demo/practice/write\\.ts$'] },
      { path: '^(test|bench|docs|infra|web)/' },
    ),
    forbid(
      'documents-are-made-from-rules',
      'Documents are made from contracts, schemas and rules, never from stores or use cases.',
      { path: '^docs/' },
      {
        path: '^(functions|layers)/',
        pathNot: [
          contracts,
          '^functions/[^/]+/(domain|schemas)(/|\\.ts$)',
          '^layers/kernel/',
          '^layers/platform/http/',
        ],
      },
    ),
    forbid(
      'documents-stand-on-tools',
      'Documents know no demo and no templates; pictures are taken of the fixtures and of the pages of the tour, criteria of what a benchmark wrote.',
      { path: '^docs/' },
      {
        path: '^(demo|infra|web|bench|test)/',
        pathNot: [
          '^test/cases/',
          '^test/builders/(browser|browser-page|fixture-api)\\.ts$',
          '^bench/accessibility/summary\\.ts$',
          '^web/src/(layout/tour/tour-steps|i18n/en/tour)\\.ts$',
        ],
      },
    ),
    forbid(
      'benchmarks-share-builders-with-tests',
      'A benchmark measures use cases and stores, with the builders of the tests; it imports no test and no proof.',
      { path: '^bench/' },
      {
        path: '^(test|web|docs)/',
        // The size of the web app is that of its texts too.
        pathNot: ['^test/builders/', '^web/src/i18n/', '^docs/web-messages\\.ts$'],
      },
    ),
    forbid(
      'builders-are-below-tests',
      'Builders are shared by all levels, so they import none of them, and no benchmark.',
      { path: '^test/builders/' },
      { path: '^(test|bench|docs|web)/', pathNot: '^test/builders/' },
    ),
    forbid(
      'cases-are-a-list',
      'The list of acceptance cases is data, which tools and documents read.',
      { path: '^test/cases/' },
      { path: `${outside}/`, pathNot: '^test/cases/' },
    ),
    forbid(
      'levels-of-tests-stand-apart',
      'A test imports builders, cases, and proofs to run a small point of one; never another level.',
      { path: '^test/(stores|proofs|contract|infra|deployed|browser)/' },
      { path: '^test/', pathNot: ['^test/$1/', '^test/(builders|cases|proofs)/'] },
    ),
    forbid(
      'unit-tests-use-builders',
      'A test beside its subject needs nothing but builders and, in the tools, the list of cases.',
      { path: '^(?!test/).*\\.test\\.ts$' },
      { path: '^test/', pathNot: '^test/(builders|cases)/' },
    ),
    forbid(
      'tests-of-production-know-no-demo',
      'What is deployed is tested without the demo, the benchmarks, the documents and the screens.',
      { path: '^(functions|layers|events|infra)/.*\\.test\\.ts$' },
      { path: '^(demo|bench|docs|web)/' },
    ),
    forbid(
      'stores-are-tested-behind-the-api',
      'Tests and proofs on the engines know no templates, screens or documents.',
      { path: '^test/(stores|proofs)/' },
      { path: '^(infra|web|docs)/' },
    ),
    forbid(
      'contract-tests-need-no-engine',
      'Tests of contracts and templates read contracts, schemas and rules: no store, no use case, no handler.',
      { path: '^test/(contract|infra)/' },
      { path: '^functions/', pathNot: [contracts, shown, '^functions/[^/]+/(domain|schemas)(/|\\.ts$)'] },
    ),
    forbid(
      'contract-tests-know-no-demo',
      'Contracts and templates are the same with and without the demo.',
      { path: '^test/(contract|infra)/' },
      { path: '^demo/' },
    ),
    forbid(
      'deployed-tests-use-the-api',
      'Tests of a deployment and of its screens call the API: of contexts they know shapes and what they show to others.',
      { path: '^test/(deployed|browser)/' },
      { path: '^functions/', pathNot: [contracts, shown, '^functions/[^/]+/(domain|schemas)(/|\\.ts$)'] },
    ),
    forbid(
      'deployed-tests-know-no-templates',
      'Tests of a deployment find its resources as staff do, by its outputs.',
      { path: '^test/(deployed|browser)/' },
      { path: '^(infra|docs)/' },
    ),
    forbid('no-circular', 'No cycles.', {}, { circular: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(dist|web/dist|cdk\\.out|\\.local)|^node_modules/(?!(@aws-sdk|@smithy|@opensearch-project|aws-cdk-lib|@middy|pdfkit))',
    },
  },
};
