// Jest runs this before each test file of a mutation run: thousands of mutants meet each property, so that properties end early and are not
// shrunk. The first case that fails kills a mutant.
const fc = require('fast-check');

fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: globalThis.CASE_MS });
