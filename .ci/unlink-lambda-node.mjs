// npm links the program of the Lambda runtime's Node as node_modules/.bin/node, where npm's scripts and npx would find it before the Node that runs
// the project. The tests call it by its path.
import { rmSync } from 'node:fs';

rmSync(new URL('../node_modules/.bin/node', import.meta.url), { force: true });
