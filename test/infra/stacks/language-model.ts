/** A stage with a language model: which functions may call it, and the settings of each function. */
import { languageModelSettings } from '../../../functions/runtime/language-model/settings.ts';
import { stages } from '../../../infra/stages.ts';
import { resolvers, type TemplateJson } from '../../aws/intrinsics.ts';
import { languageModel } from './model-fixture.ts';
import { actionsOf, permissionsOf } from './policy.ts';
import { resources, synthesise } from './synthesis.ts';

const askers = (readsArticles: boolean) => {
  const { ingest, api } = synthesise({ ...stages.prod, languageModel: { ...languageModel, readsArticles } });
  const all = [...permissionsOf(ingest), ...permissionsOf(api)];
  return all.flatMap(([name, statements]) =>
    statements.filter((one) => actionsOf(one).includes('bedrock:InvokeModel')).map(() => name),
  );
};

test('a stage without a language model lets nobody ask one, and tells its functions so', () => {
  const { ingest, api } = synthesise();
  const all = [...permissionsOf(ingest), ...permissionsOf(api)].flatMap(([, statements]) => statements);
  expect(all.flatMap(actionsOf).filter((action) => action.startsWith('bedrock:'))).toEqual([]);
  const told = JSON.stringify([ingest.toJSON(), api.toJSON()]).match(/"LANGUAGE_MODEL":"none"/g);
  expect(told).toHaveLength(2);
});

test('who reads articles may ask the model only where the stage says that it reads them', () => {
  expect(askers(true)).toEqual(['process-articles', 'extract-article']);
  expect(askers(false)).toEqual(['extract-article']);
});

test('an inference profile is allowed with the model behind it, in the profile’s own regions', () => {
  const { api } = synthesise({ ...stages.prod, languageModel });
  const statements = permissionsOf(api).get('extract-article') ?? [];
  const resolve = resolvers({ api: api.toJSON() as TemplateJson })('api');
  const allowed = statements.filter((one) => actionsOf(one).includes('bedrock:InvokeModel'));
  expect(allowed.map(({ Resource }) => resolve(Resource))).toEqual([
    [
      'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.maker.model-v1:0',
      'arn:aws:bedrock:*::foundation-model/maker.model-v1:0',
    ],
  ]);
});

test('a function reads the settings that its stack writes', () => {
  const { api } = synthesise({ ...stages.prod, languageModel });
  const [extract] = resources(api, 'AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties.FunctionName === 'dateline-prod-extract-article',
  );
  const resolve = resolvers({ api: api.toJSON() as TemplateJson })('api');
  const { Variables } = (extract?.[1].Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
  const { modelId, ...rest } = languageModel;
  expect(languageModelSettings(String(resolve(Variables?.LANGUAGE_MODEL)))).toEqual({
    protocol: 'bedrock',
    model: modelId,
    region: 'eu-west-1',
    ...rest,
  });
});
