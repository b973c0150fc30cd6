/** Records the stacks of `prod` as released, at each release: `npx tsx test/infra/upgrade/record-release.ts`. */
import { writeFileSync } from 'node:fs';
import { synthesise } from '../stacks/synthesis.ts';
import { outlineOf } from './stack-outline.ts';

writeFileSync(new URL('released.json', import.meta.url), `${JSON.stringify(outlineOf(synthesise()), undefined, 2)}\n`);
