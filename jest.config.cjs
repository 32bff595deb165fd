// Handlers and layers are ESM TypeScript; jest runs them as CommonJS by swc (types are checked by tsc apart).
const common = {
  testEnvironment: 'node',
  // One cache of transformed files for all projects.
  id: 'concord',
  clearMocks: true,
  transform: {
    '^.+\\.[tj]sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: false } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@middy|jose|hyparquet|hyparquet-writer)/)'],
  moduleNameMapper: { '^@middy/([^/]+)$': '<rootDir>/node_modules/@middy/$1/index.js' },
  modulePathIgnorePatterns: ['<rootDir>/.local/', '<rootDir>/dist/', '<rootDir>/cdk.out/'],
};
const project = (displayName, testMatch, more = {}) => ({
  ...common,
  displayName,
  testMatch: testMatch.map((m) => `<rootDir>/${m}`),
  ...more,
});
module.exports = {
  // Generous: a slow machine is no failed test, and times are never asserted.
  testTimeout: 60_000,
  projects: [
    project('domain', [
      'layers/{kernel,protocols}/**/*.test.ts',
      'layers/records/*/domain/**/*.test.ts',
      'functions/*/domain/**/*.test.ts',
      'demo/**/*.test.ts',
    ]),
    project('unit', [
      'layers/platform/**/*.test.ts',
      'layers/records/*/data/**/*.test.ts',
      'functions/*/{operations,consumers,use-cases,data,public}/**/*.test.ts',
      'functions/*/*.test.ts',
      'gateways/**/*.test.ts',
      'local/**/*.test.ts',
      'events/**/*.test.ts',
      'bench/**/*.test.ts',
      'test/proofs/**/*.test.ts',
    ]),
    project('contract', ['test/contract/**/*.test.ts']),
    project('infra', ['test/infra/**/*.test.ts']),
    project('stores', ['test/stores/**/*.test.ts'], {
      testEnvironment: '<rootDir>/test/stores/environment.cjs',
      setupFiles: ['<rootDir>/test/stores/quick-hashes.cjs', '<rootDir>/test/stores/quick-signing.cjs'],
    }),
    project('deployed', ['test/deployed/**/*.test.ts']),
    project('browser', ['test/browser/**/*.test.ts'], { testEnvironment: '<rootDir>/test/browser/environment.cjs' }),
  ],
};
