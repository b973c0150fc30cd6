// Runs in the engine's own network namespace, where no other process can reach the engine's port. Starts the engine
// there and forwards each connection from a Unix socket to it. Unix sockets are opened by their file, also across
// namespaces, so file permissions decide who may connect.
//
// Arguments: the socket's path, the engine's port, then the command that runs the engine. When its standard input
// closes, it stops the engine and exits.
import { spawn } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';

const [socket, port, command, ...args] = process.argv.slice(2);
process.umask(0o077);

const engine = spawn(command, args, { stdio: ['pipe', 'ignore', 'inherit'] });
engine.on('error', (error) => {
  process.stderr.write(`error: ${error.message}\n`);
  process.exit(1);
});
engine.on('exit', (code) => process.exit(code ?? 1));
engine.stdin.on('error', () => {});
process.stdin.on('close', () => engine.stdin.end()).resume();

rmSync(socket, { force: true });
createServer((client) => {
  const inside = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
  for (const [from, to] of [
    [client, inside],
    [inside, client],
  ]) {
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}).listen(socket, () => chmodSync(socket, 0o600));
