// Direction: domain <- data <- http/runtime <- functions; infra and web see contracts only.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
module.exports = {
  forbidden: [
    forbid(
      'domain-is-pure',
      'Rules know no AWS, no I/O and no outer layer.',
      { path: '^layers/domain', pathNot: '\\.test\\.ts$' },
      {
        path: [
          '^(layers/(data|http|runtime)|functions|infra|local|demo|web|test|bench)',
          'node_modules/(@aws-sdk|@opensearch-project|aws-cdk-lib|@middy)',
          '^(fs|path|http|https|net|child_process|os)$',
        ],
      },
    ),
    forbid(
      'data-is-inner',
      'Stores know the domain and the runtime, not HTTP or handlers.',
      { path: '^layers/data' },
      { path: '^(layers/http|functions|infra|local|demo|web)' },
    ),
    forbid(
      'layers-are-inner',
      'Shared code never imports the functions that use it.',
      { path: '^layers', pathNot: '\\.test\\.ts$' },
      { path: '^(functions|infra|local|demo|web|bench)' },
    ),
    forbid(
      'contract-is-light',
      'A contract is read by infra, OpenAPI and tests: schemas only.',
      { path: '^functions/.*/contract\\.ts$' },
      { path: ['^layers/data', '/handler\\.ts$', 'node_modules/(@aws-sdk|@opensearch-project|@middy|aws-cdk-lib)'] },
    ),
    forbid(
      'infra-sees-contracts-only',
      'Templates are made from contracts, never from handlers.',
      { path: '^infra' },
      { path: ['/handler\\.ts$', '^layers/(data|http/(handle|chain))'] },
    ),
    forbid(
      'functions-stand-apart',
      'An operation never imports another one.',
      { path: '^functions/([^/]+)/([^/]+)/', pathNot: '\\.test\\.ts$' },
      { path: '^functions/([^/]+)/([^/]+)/', pathNot: '^functions/$1/$2/' },
    ),
    forbid(
      'web-speaks-http',
      'The browser knows the API, not the code behind it.',
      { path: '^web' },
      { path: '^(layers|functions|infra|local)' },
    ),
    forbid('no-circular', 'No cycles.', {}, { circular: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|\\.local|node_modules)' },
  },
};
