const { subscribe, unsubscribe } = require('node:diagnostics_channel');
const { TestEnvironment } = require('jest-environment-node');

/**
 * The environment of store tests. It closes the connections of a test file when the file ends: an idle connection keeps all modules of
 * its file in memory for half a minute, and the more memory is in use, the longer each collection takes.
 */
module.exports = class extends TestEnvironment {
  open = new Set();
  note = ({ socket }) => {
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
  };

  async setup() {
    await super.setup();
    subscribe('net.client.socket', this.note);
  }

  async teardown() {
    unsubscribe('net.client.socket', this.note);
    for (const socket of this.open) socket.destroy();
    await super.teardown();
  }
};
