/**
 * Lambda's part in a function's process, run by the runtime's own Node: loads the bundle, says how long that took, and calls the handler with each
 * event that comes over the channel to its parent.
 *
 * Nothing leaves this machine: every name resolves to one public address, connections to it go to the test's web server, and what the SDK sends to
 * AWS goes to the test's endpoint.
 */
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const PUBLIC_ADDRESS = '93.184.215.14';
const { TEST_WEB_PORT: webPort, TEST_AWS_PORT: awsPort } = process.env;
delete process.env.TEST_WEB_PORT;
delete process.env.TEST_AWS_PORT;

const toAws = new http.Agent({ keepAlive: true });
const toWeb = Object.assign(new http.Agent(), { createConnection: (options: object) => vetted(options as Dialled) });
const request = http.request;
/** The SDK calls with options, and whatever it sends is for AWS; what fetches from the internet calls with a URL. */
const sent = (first: URL | http.RequestOptions, ...rest: never[]) => {
  if (!(first instanceof URL)) return request(first, ...rest);
  const [options, ...others] = rest as never as [http.RequestOptions, ...never[]];
  return request(first, { ...options, protocol: 'http:', agent: toWeb }, ...others);
};
Object.assign(http, { request: sent });
Object.assign(https, {
  request: (first: URL | http.RequestOptions, ...rest: never[]) =>
    first instanceof URL
      ? sent(first, ...rest)
      : request(
          { ...first, protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', port: awsPort, agent: toAws },
          ...rest,
        ),
});

const lookup = dns.lookup;
Object.assign(dns, {
  lookup(host: string, options: object, found: (error: null, addresses: object[]) => void) {
    if (host === 'localhost' || net.isIP(host)) return lookup(host, options, found as never);
    found(null, [{ address: PUBLIC_ADDRESS, family: 4 }]);
  },
});
const connect = net.connect;
Object.assign(net, {
  connect(options: { host?: string }, ...rest: never[]) {
    // Node's fetch connects to a name and brings its own lookup: what that finds is what counts.
    const isOwn = options.host === undefined || options.host === 'localhost' || net.isIP(options.host);
    return isOwn ? connect(options as never, ...rest) : vetted(options as Dialled);
  },
});

// The test's internet has no certificates: what would be encrypted goes as it is, and counts as secure once it is connected.
Object.assign(tls, {
  connect(options: { host: string; port: number }) {
    const socket = net.connect({ ...options, host: '127.0.0.1', port: Number(webPort), lookup: undefined } as never);
    socket.once('connect', () => socket.emit('secureConnect'));
    return socket;
  },
});

interface Dialled {
  readonly host: string;
  readonly lookup: (host: string, options: object, found: (error: Error | null, addresses: unknown) => void) => void;
}

function vetted(options: Dialled): net.Socket {
  const socket = new net.Socket();
  options.lookup(options.host, { all: true }, (error, addresses) => {
    const [first] = addresses as { address: string }[];
    if (error || first?.address !== PUBLIC_ADDRESS) socket.destroy(error ?? new Error('no such address'));
    else socket.connect({ ...options, host: '127.0.0.1', port: Number(webPort), lookup: undefined } as never);
  });
  return socket;
}

interface Invocation {
  readonly id: number;
  readonly event: unknown;
  readonly timeoutSeconds: number;
}

const load = createRequire(`${process.cwd()}/`);
const before = process.cpuUsage();
const began = performance.now();
const { handler } = load('./index.js');
const initMs = performance.now() - began;
const { user, system } = process.cpuUsage(before);
process.send?.({ initMs, cpuMs: (user + system) / 1000 });

process.on('message', async ({ id, event, timeoutSeconds }: Invocation) => {
  const endsAt = Date.now() + timeoutSeconds * 1000;
  const context = {
    awsRequestId: `request-${id}`,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    getRemainingTimeInMillis: () => endsAt - Date.now(),
  };
  try {
    process.send?.({ id, result: await handler(event, context) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
