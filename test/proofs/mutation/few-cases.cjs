// Jest runs this before each test file of a first mutation run: most mutants fail at once, so properties end early and are not shrunk.
const fc = require('fast-check');

fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 100 });
