import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { estimate, speedInput } from '../../../../src/core/estimate/estimate.ts';
import { prefillTerms, stepTerms } from '../../../../src/core/estimate/explain.ts';
import { scenarioOf } from '../../../../src/widgets/memory/scenario.ts';
import { view } from '../../../estimator.ts';
import { anyState } from '../../widgets/memory-state.ts';

const near = (a: number, b: number) => Math.abs(a / b - 1) < 1e-9;
const sum = (parts: readonly { value: number }[]) => parts.reduce((total, { value }) => total + value, 0);

it('the terms of a formula add up to the estimate that they explain', () => {
  const runnable = anyState(view).filter((state) => 'query' in scenarioOf(state, view));
  fc.assert(
    fc.property(runnable, (state) => {
      const scenario = scenarioOf(state, view);
      assert.ok('query' in scenario);
      const { query } = scenario;
      const { promptTokens, generatedTokens, users } = query;
      const input = speedInput(query, view.fitted);
      const { decode, prefill, response, throughput } = estimate(query, view.fitted);

      const step = stepTerms({ ...input, requests: 1 });
      assert.ok(near(sum(step.parts), step.value));
      assert.ok(near(Math.min(1 / step.value, decode.ceiling), decode.typical));

      const prompt = prefillTerms({ ...input, promptTokens });
      assert.ok(near(sum(prompt.parts), prompt.value));
      assert.ok(near(promptTokens / prompt.value, prefill.typical));

      const shared = stepTerms({ ...input, requests: users });
      assert.ok(near(sum(shared.parts), shared.value));
      assert.ok(generatedTokens * shared.value <= response.typical * (1 + 1e-9));
      assert.ok(near((users * generatedTokens) / response.typical, throughput.typical));
      assert.ok(
        [step, prompt, shared].every(({ parts }) =>
          parts.every(({ formula }) => !/NaN|Infinity|undefined/.test(formula ?? 'undefined')),
        ),
      );
    }),
    { numRuns: 300 },
  );
});
