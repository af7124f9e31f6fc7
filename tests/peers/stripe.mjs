// Stripe's own library, for tests: a list of jobs as JSON on standard input, their results on
// standard output. A job that throws gives {"error": …}.
//
//   node stripe.mjs < JOBS
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const from = createRequire(process.env.ASTERISM_TEST_PEERS + '/');
const { default: Stripe } = await import(pathToFileURL(from.resolve('stripe')));

const plain = new Stripe('sk_test_of_the_tests');
const client = ({ port, key = 'sk_test_of_the_tests' }) =>
  new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });

const jobs = {
  sign: ({ payload, secret, timestamp }) =>
    plain.webhooks.generateTestHeaderString({ payload, secret, timestamp }),
  construct: ({ payload, header, secret }) => plain.webhooks.constructEvent(payload, header, secret),
  create: ({ params, options, ...where }) => client(where).checkout.sessions.create(params, options),
  retrieve: ({ session, ...where }) => client(where).checkout.sessions.retrieve(session),
  expire: ({ session, ...where }) => client(where).checkout.sessions.expire(session),
};

let text = '';
for await (const piece of process.stdin) text += piece;
const results = [];
for (const { job, ...given } of JSON.parse(text)) {
  try {
    results.push({ result: await jobs[job](given) });
  } catch (error) {
    const { type, code, param, statusCode, message } = error;
    results.push({ error: { type, code, param, status: statusCode, message } });
  }
}
console.log(JSON.stringify(results));
