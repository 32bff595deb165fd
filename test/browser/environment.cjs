const { appendFileSync } = require('node:fs');
const { TestEnvironment } = require('jest-environment-node');

/**
 * An environment of tests that says which test failed (`failedTest`), so that what its page showed is written when it ends. A failed
 * test is tried once more: on a busy machine headless Chromium sometimes draws no more frames of a page, about once in 2,000 tests, and
 * a click then waits for ever. What fails twice fails, and every first failure is noted in the output.
 */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global[Symbol.for('RETRY_TIMES')] = '1';
  }
  handleTestEvent({ name, test, error }) {
    if (name === 'test_start') this.global.failedTest = undefined;
    if (name === 'test_fn_failure') {
      this.global.failedTest = test.name;
      const [thrown] = [error].flat();
      this.reason = String(thrown?.message ?? thrown).split('\n')[0];
    }
    if (name === 'test_retry') {
      const line = `tried again: ${test.name}: ${this.reason}`;
      if (process.env.CONCORD_TEST_NOTES) appendFileSync(process.env.CONCORD_TEST_NOTES, `${line}\n`);
      else console.warn(line);
    }
  }
};
