const { TestEnvironment } = require('jest-environment-node');

/** An environment of tests that says which test failed (`failedTest`), so that what its page showed is written when it ends. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'test_start') this.global.failedTest = undefined;
    if (name === 'test_fn_failure') this.global.failedTest = test.name;
  }
};
