// Store tests hash a PIN in 1 ms instead of 100 ms: they make hundreds of hashes. pin-hash.test.ts tests the real cost.
const crypto = require('node:crypto');

// Test files share Node's own modules, so the replacement is made once.
const isReplaced = Symbol.for('concord.quick-hashes');
if (!crypto[isReplaced]) {
  const { scrypt } = crypto;
  crypto.scrypt = (password, salt, bytes, cost, done) => scrypt(password, salt, bytes, { ...cost, N: 256 }, done);
  crypto[isReplaced] = true;
}
