// A real OpenID provider on loopback, for tests: one client, one person whoever signs in, the
// library's own pages for signing in and consenting. Prints its issuer once it listens.
//
//   node provider.mjs REDIRECT_URI...
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import http from 'node:http';

const from = createRequire(process.env.ASTERISM_TEST_PEERS + '/');
const { default: Provider } = await import(pathToFileURL(from.resolve('oidc-provider')));

const server = http.createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'asterism',
    client_secret: 'a-secret-of-the-tests',
    redirect_uris: process.argv.slice(2),
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'] },
  cookies: { keys: ['a-key-of-the-tests'] },
  pkce: { required: () => true },
  // The sub is what was typed as the name.
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: `${id}@peers.example`,
      email_verified: !id.startsWith('unproved'),
      name: `The ${id}`,
      given_name: id,
      family_name: 'Peer',
    }),
  }),
});
server.on('request', provider.callback());
console.log(issuer);
