import fc from 'fast-check';
import { openMaintenance } from '../../../../shared/store/maintenance/maintenance.ts';
import { startTestEngine, type TestEngine } from '../../../integration/store/engine-table.ts';
import { runSteps } from './run-steps.ts';
import { steps } from './steps.ts';

jest.setTimeout(400_000);

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

test('after any sequence of articles, edits and crashes, the store shows the same as a model in memory', async () => {
  const tableName = await engine.table();
  let schedules = 0;
  await fc.assert(
    fc.asyncProperty(steps, (schedule) => runSteps(schedule, engine, tableName, String(schedules++))),
    { numRuns: 25 },
  );
  const differences = [];
  const maintenance = openMaintenance({ client: engine.client(), tableName, now: () => '2027-01-01T00:00:00.000Z' });
  for await (const difference of maintenance.verify()) differences.push(difference);
  expect(differences).toEqual([]);
});
